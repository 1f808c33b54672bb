import type { PlaybookCode } from '../../../contract/protocol-words.ts';
import { listQuestionSets } from '../../../contract/questions.ts';
import { CardLink } from '../../components/Card.tsx';
import { useRead } from '../../session/useRead.ts';
import { useQuestionsText } from './text.ts';

/** From a playbook to what else is asked with it. */
export function ExtraQuestionsLink({ code }: { code: PlaybookCode }) {
  const text = useQuestionsText();
  const read = useRead(listQuestionSets, {});
  const count = read.data?.sets.find((set) => set.code === code)?.questionCount ?? 0;
  return (
    <CardLink href={`/afspraken/vragen/${code}`} title={text.title}>
      {count > 0 ? text.count(count) : text.why}
    </CardLink>
  );
}
