import { getPlaybookVersion } from '../../../contract/protocol-history.ts';
import type { PlaybookCode } from '../../../contract/protocol-words.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Columns, Stack } from '../../components/Stack.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { useBilingual } from '../../text/index.ts';
import { playbookHref, WithPlaybook, WithVersion } from '../address.tsx';
import { PastVersionAdvice } from '../PastVersionAdvice.tsx';
import { useProtocolText } from '../text.ts';
import { useTrail } from '../trail.ts';
import { PlaybookHistory } from './PlaybookPage.tsx';
import { PlaybookView } from './PlaybookView.tsx';

/** A playbook as it once was: the dossiers that began with it go on with it. */
export function PastPlaybookPage() {
  return (
    <WithPlaybook>
      {(code) => <WithVersion>{(version) => <PastPlaybook code={code} version={version} />}</WithVersion>}
    </WithPlaybook>
  );
}

function PastPlaybook({ code, version }: { code: PlaybookCode; version: number }) {
  const read = useRead(getPlaybookVersion, { params: { code, version } });
  return (
    <Answered of={read} isPage>
      {({ content }) => (
        <Stack gap="l">
          <PastHeader code={code} version={version} title={content.title} />
          <PastVersionAdvice version={version} href={playbookHref(code)} />
          <Columns>
            <PlaybookView content={content} />
            <PlaybookHistory code={code} shown={version} />
          </Columns>
        </Stack>
      )}
    </Answered>
  );
}

function PastHeader({
  code,
  version,
  title,
}: {
  code: PlaybookCode;
  version: number;
  title: { nl: string; en: string };
}) {
  const { history } = useProtocolText();
  const say = useBilingual();
  const trail = useTrail({ label: say(title), href: playbookHref(code) }, { label: history.version(version) });
  return <PageHeader title={say(title)} tabTitle={`${say(title)}, ${history.version(version)}`} trail={trail} />;
}
