import { getPlaybook } from '../../../contract/protocol.ts';
import { listPlaybookVersions } from '../../../contract/protocol-history.ts';
import type { PlaybookCode } from '../../../contract/protocol-words.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Columns, Stack } from '../../components/Stack.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { useBilingual } from '../../text/index.ts';
import { playbookHref, WithPlaybook } from '../address.tsx';
import { HistoryCard } from '../HistoryCard.tsx';
import { useMayChange } from '../mayChange.ts';
import { ExtraQuestionsLink } from '../questions/ExtraQuestionsLink.tsx';
import { useProtocolText } from '../text.ts';
import { useTrail } from '../trail.ts';
import { PlaybookView } from './PlaybookView.tsx';

/** One playbook as it counts now. */
export function PlaybookPage() {
  return <WithPlaybook>{(code) => <Playbook code={code} />}</WithPlaybook>;
}

function Playbook({ code }: { code: PlaybookCode }) {
  const read = useRead(getPlaybook, { params: { code } });
  return (
    <Answered of={read} isPage>
      {({ content, version }) => (
        <Stack gap="l">
          <PlaybookHeader code={code} title={content.title} summary={content.summary} />
          <Columns>
            <PlaybookView content={content} />
            <Stack as="aside">
              <ExtraQuestionsLink code={code} />
              <PlaybookHistory code={code} shown={version} />
            </Stack>
          </Columns>
        </Stack>
      )}
    </Answered>
  );
}

interface Bilingual {
  nl: string;
  en: string;
}

function PlaybookHeader({ code, title, summary }: { code: PlaybookCode; title: Bilingual; summary: Bilingual }) {
  const { playbook: text, change } = useProtocolText();
  const mayChange = useMayChange();
  const say = useBilingual();
  const trail = useTrail({ label: say(title) });
  return (
    <PageHeader
      title={say(title)}
      meta={text.appliesTo[code]}
      lead={say(summary)}
      trail={trail}
      actions={mayChange && <ButtonLink href={`${playbookHref(code)}/wijzigen`}>{change}</ButtonLink>}
    />
  );
}

export function PlaybookHistory({ code, shown }: { code: PlaybookCode; shown: number }) {
  const read = useRead(listPlaybookVersions, { params: { code } });
  return <HistoryCard of={read} shown={shown} href={playbookHref(code)} />;
}
