import { getMatrix } from '../../../contract/protocol.ts';
import { listMatrixVersions } from '../../../contract/protocol-history.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Columns, Stack } from '../../components/Stack.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { HistoryCard } from '../HistoryCard.tsx';
import { useMayChange } from '../mayChange.ts';
import { useProtocolText } from '../text.ts';
import { useTrail } from '../trail.ts';
import { MatrixView } from './MatrixView.tsx';

/** Where our limit is, as it counts now. */
export function MatrixPage() {
  const { matrix: text, change } = useProtocolText();
  const mayChange = useMayChange();
  const trail = useTrail({ label: text.title });
  const matrix = useRead(getMatrix, {});
  return (
    <Stack gap="l">
      <PageHeader
        title={text.title}
        lead={text.lead}
        trail={trail}
        actions={mayChange && <ButtonLink href="/afspraken/onze-grens/wijzigen">{change}</ButtonLink>}
      />
      <Answered of={matrix}>
        {({ content, version }) => (
          <Columns>
            <MatrixView content={content} />
            <MatrixHistory shown={version} />
          </Columns>
        )}
      </Answered>
    </Stack>
  );
}

export function MatrixHistory({ shown }: { shown: number }) {
  const read = useRead(listMatrixVersions, {});
  return <HistoryCard of={read} shown={shown} href="/afspraken/onze-grens" />;
}
