import { listPlaybooks } from '../../contract/protocol.ts';
import { Card, CardLink } from '../components/Card.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { Stack } from '../components/Stack.tsx';
import { Text } from '../components/Text.tsx';
import { Answered } from '../session/Answered.tsx';
import { useRead } from '../session/useRead.ts';
import { useBilingual } from '../text/index.ts';
import { useMayChange } from './mayChange.ts';
import { useProtocolText } from './text.ts';
import { useWordsText } from './words/text.ts';
import './protocol.css';

/** Everything that was agreed, in one place: where our limit is, who is called when, and what we do after a report. */
export function AgreementsPage() {
  const { agreements: text } = useProtocolText();
  const words = useWordsText();
  const mayChange = useMayChange();
  const read = useRead(listPlaybooks, {});
  return (
    <Stack gap="l">
      <PageHeader title={text.title} lead={mayChange ? text.leadForEditor : text.lead} />
      <div className="agreements">
        <CardLink href="/afspraken/onze-grens" title={text.matrix}>
          {text.matrixWhy}
        </CardLink>
        <CardLink href="/afspraken/bellen" title={text.chain}>
          {text.chainWhy}
        </CardLink>
        <CardLink href="/afspraken/patronen" title={text.patterns}>
          {text.patternsWhy}
        </CardLink>
        <CardLink href="/afspraken/woorden" title={words.title}>
          {words.why}
        </CardLink>
      </div>
      <Card heading={text.playbooks}>
        <Text soft>{text.playbooksWhy}</Text>
        <Answered of={read}>{({ playbooks }) => <PlaybookLinks playbooks={playbooks} />}</Answered>
      </Card>
    </Stack>
  );
}

interface PlaybookLink {
  code: string;
  title: { nl: string; en: string };
  summary: { nl: string; en: string };
  taskCount: number;
}

function PlaybookLinks({ playbooks }: { playbooks: readonly PlaybookLink[] }) {
  const { agreements: text } = useProtocolText();
  const say = useBilingual();
  return (
    <ul className="playbooks plain-list">
      {playbooks.map(({ code, title, summary, taskCount }) => (
        <li key={code}>
          <a href={`/afspraken/draaiboeken/${code}`} className="playbooks__link">
            <span className="playbooks__title">{say(title)}</span>
            <span className="playbooks__count soft small">{text.tasks(taskCount)}</span>
            <span className="playbooks__summary soft">{say(summary)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
