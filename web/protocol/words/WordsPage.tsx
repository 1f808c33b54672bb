import type { AnswerOf } from '../../../contract/endpoint.ts';
import { listVocabularies } from '../../../contract/vocabulary.ts';
import { isOwnCode } from '../../../contract/vocabulary-words.ts';
import { Card } from '../../components/Card.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Answered } from '../../session/Answered.tsx';
import { useRead } from '../../session/useRead.ts';
import { useTrail } from '../trail.ts';
import { wordsHref } from './address.tsx';
import { useWordsText } from './text.ts';
import { useNameOf } from './useNameOf.ts';
import '../protocol.css';

type Kept = AnswerOf<typeof listVocabularies>['lists'][number];

/** Every list of words, and what is in it. */
export function WordsPage() {
  const text = useWordsText();
  const read = useRead(listVocabularies, {});
  return (
    <Stack gap="l">
      <PageHeader title={text.title} lead={text.lead} trail={useTrail({ label: text.title })} />
      <Answered of={read}>
        {({ lists }) => (
          <Card>
            <ul className="playbooks plain-list">
              {lists.map((kept) => (
                <ListLink key={kept.content.list} kept={kept} />
              ))}
            </ul>
          </Card>
        )}
      </Answered>
    </Stack>
  );
}

function ListLink({ kept: { content } }: { kept: Kept }) {
  const text = useWordsText();
  const { nameOf } = useNameOf(content.list);
  const offered = content.words.filter(({ isRetired }) => !isRetired);
  const own = offered.filter(({ code }) => isOwnCode(code)).length;
  return (
    <li>
      <a href={wordsHref(content.list)} className="playbooks__link">
        <span className="playbooks__title">{text.lists[content.list].title}</span>
        <span className="playbooks__count soft small">
          {text.count(offered.length, own, content.words.length - offered.length)}
        </span>
        <span className="playbooks__summary soft">{offered.map(nameOf).join(' · ')}</span>
      </a>
    </li>
  );
}
