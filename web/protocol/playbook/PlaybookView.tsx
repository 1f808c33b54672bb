import type { ContactTerm, PlaybookContent, PlaybookTask } from '../../../contract/protocol.ts';
import { Card } from '../../components/Card.tsx';
import { DefinitionList } from '../../components/DefinitionList.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Tag } from '../../components/Tag.tsx';
import { Text } from '../../components/Text.tsx';
import { useBilingual } from '../../text/index.ts';
import { useProtocolText } from '../text.ts';
import { deadlineInWords } from './deadlines.ts';
import '../protocol.css';

/** A playbook as everybody reads it: first the contact, then the tasks in their order. */
export function PlaybookView({ content }: { content: PlaybookContent }) {
  const { playbook: text } = useProtocolText();
  return (
    <Stack gap="l">
      <Card heading={text.contactTitle}>
        <Text>{useContactInWords()(content.contact)}</Text>
        <Text soft>{text.contactShorter}</Text>
        <Text soft>{content.response ? text.response : text.noResponse}</Text>
      </Card>
      <Card heading={text.tasks}>
        <ol className="agreed-tasks plain-list">
          {content.tasks.map((task, at) => (
            <AgreedTask key={task.code} task={task} place={at + 1} />
          ))}
        </ol>
      </Card>
    </Stack>
  );
}

function AgreedTask({ task, place }: { task: PlaybookTask; place: number }) {
  const { playbook: text } = useProtocolText();
  const say = useBilingual();
  return (
    <li className="agreed-task">
      <span className="matrix__place" aria-hidden="true">
        {place}
      </span>
      <div className="agreed-task__words">
        <Heading level={3} className="agreed-task__title">
          {say(task.title)}
        </Heading>
        <Text soft small>
          {say(task.explanation)}
        </Text>
        <div className="agreed-task__tags">
          <Tag>{deadlineInWords(task.deadline, text.deadlines)}</Tag>
          <span className="soft small">{text.owners[task.owner]}</span>
        </div>
        <Disclosure summary={text.more}>
          <DefinitionList items={useDetails(task)} />
        </Disclosure>
      </div>
    </li>
  );
}

function useDetails({ records, needs, onlyWhen, reporterWords }: PlaybookTask) {
  const { playbook: text } = useProtocolText();
  const say = useBilingual();
  const questions = records.map(({ label, optional }) => (optional ? `${say(label)} (${text.optional})` : say(label)));
  return [
    { term: text.onlyWhen, value: listed(onlyWhen.map((condition) => text.conditions[condition])) ?? text.always },
    { term: text.records, value: listed(questions) ?? text.recordsNothing },
    { term: text.needs, value: listed(needs.map((part) => text.parts[part])) ?? text.needsNothing },
    ...(reporterWords
      ? [{ term: text.reporterReads, value: listed([say(reporterWords.ahead), say(reporterWords.done)]) }]
      : []),
  ];
}

function listed(lines: readonly string[]) {
  if (lines.length === 0) return null;
  return lines.map((line) => <div key={line}>{line}</div>);
}

function useContactInWords() {
  const { playbook: text } = useProtocolText();
  return (term: ContactTerm) =>
    term.kind === 'minutes' ? text.contactInMinutes(term.minutes) : text.contactInDays(term.days);
}
