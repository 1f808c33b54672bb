import type { ReactNode } from 'react';
import { getPlaybook } from '../../../contract/protocol.ts';
import type { PlaybookCode } from '../../../contract/protocol-words.ts';
import { getQuestions, getQuestionVersion, listQuestionVersions } from '../../../contract/questions.ts';
import { ButtonLink } from '../../components/ButtonLink.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Columns, Stack } from '../../components/Stack.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { useBilingual } from '../../text/index.ts';
import { playbookHref, WithPlaybook, WithVersion } from '../address.tsx';
import { HistoryCard } from '../HistoryCard.tsx';
import { useMayChange } from '../mayChange.ts';
import { PastVersionAdvice } from '../PastVersionAdvice.tsx';
import { useProtocolText } from '../text.ts';
import { useTrail } from '../trail.ts';
import { QuestionsView } from './QuestionsView.tsx';
import { useQuestionsText } from './text.ts';

export const questionsHref = (code: PlaybookCode) => `/afspraken/vragen/${code}`;

/** The extra questions of one playbook, as they count now. */
export function QuestionsPage() {
  return <WithPlaybook>{(code) => <Questions code={code} />}</WithPlaybook>;
}

function Questions({ code }: { code: PlaybookCode }) {
  const { change } = useProtocolText();
  const mayChange = useMayChange();
  const read = useRead(getQuestions, { params: { code } });
  return (
    <WithTitle code={code}>
      {(title, trail) => (
        <Answered of={read}>
          {({ content, version }) => (
            <Stack gap="l">
              <QuestionsHeader
                title={title}
                trail={trail}
                actions={mayChange && <ButtonLink href={`${questionsHref(code)}/wijzigen`}>{change}</ButtonLink>}
              />
              <Columns>
                <QuestionsView content={content} />
                <QuestionHistory code={code} shown={version} />
              </Columns>
            </Stack>
          )}
        </Answered>
      )}
    </WithTitle>
  );
}

/** The questions as they once were: the reports of then keep them. */
export function PastQuestionsPage() {
  return (
    <WithPlaybook>
      {(code) => <WithVersion>{(version) => <PastQuestions code={code} version={version} />}</WithVersion>}
    </WithPlaybook>
  );
}

function PastQuestions({ code, version }: { code: PlaybookCode; version: number }) {
  const read = useRead(getQuestionVersion, { params: { code, version } });
  return (
    <WithTitle code={code}>
      {(title, trail) => (
        <Answered of={read}>
          {({ content }) => (
            <Stack gap="l">
              <QuestionsHeader title={title} trail={trail} />
              <PastVersionAdvice version={version} href={questionsHref(code)} />
              <Columns>
                <QuestionsView content={content} />
                <QuestionHistory code={code} shown={version} />
              </Columns>
            </Stack>
          )}
        </Answered>
      )}
    </WithTitle>
  );
}

type Trail = ReturnType<typeof useTrail>;

interface WithTitleProps {
  code: PlaybookCode;
  children: (playbook: string, trail: Trail) => ReactNode;
}

/** The name of the playbook, and the way back to it. */
export function WithTitle({ code, children }: WithTitleProps) {
  const text = useQuestionsText();
  const say = useBilingual();
  const read = useRead(getPlaybook, { params: { code } });
  const name = read.data ? say(read.data.content.title) : '';
  const trail = useTrail({ label: name, href: playbookHref(code) }, { label: text.title });
  return (
    <Answered of={read} isPage>
      {() => children(name, trail)}
    </Answered>
  );
}

function QuestionsHeader({ title, trail, actions }: { title: string; trail: Trail; actions?: ReactNode }) {
  const text = useQuestionsText();
  return <PageHeader title={text.of(title)} lead={text.lead} trail={trail} actions={actions} />;
}

function QuestionHistory({ code, shown }: { code: PlaybookCode; shown: number }) {
  const text = useQuestionsText();
  const read = useRead(listQuestionVersions, { params: { code } });
  return <HistoryCard of={read} shown={shown} href={questionsHref(code)} noneYet={text.noneYet} />;
}
