import { getMatrixVersion } from '../../../contract/protocol-history.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Columns, Stack } from '../../components/Stack.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { WithVersion } from '../address.tsx';
import { PastVersionAdvice } from '../PastVersionAdvice.tsx';
import { useProtocolText } from '../text.ts';
import { useTrail } from '../trail.ts';
import { MatrixHistory } from './MatrixPage.tsx';
import { MatrixView } from './MatrixView.tsx';

/** Our limit as it once was: a report from that time is read with it. */
export function PastMatrixPage() {
  return <WithVersion>{(version) => <PastMatrix version={version} />}</WithVersion>;
}

function PastMatrix({ version }: { version: number }) {
  const { matrix: text, history } = useProtocolText();
  const trail = useTrail({ label: text.title, href: '/afspraken/onze-grens' }, { label: history.version(version) });
  const read = useRead(getMatrixVersion, { params: { version } });
  return (
    <Stack gap="l">
      <PageHeader title={text.title} tabTitle={`${text.title}, ${history.version(version)}`} trail={trail} />
      <PastVersionAdvice version={version} href="/afspraken/onze-grens" />
      <Answered of={read}>
        {({ content }) => (
          <Columns>
            <MatrixView content={content} />
            <MatrixHistory shown={version} />
          </Columns>
        )}
      </Answered>
    </Stack>
  );
}
