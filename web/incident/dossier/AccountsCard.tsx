import type { Dossier } from '../../../contract/incident.ts';
import { Card } from '../../components/Card.tsx';
import { DefinitionList } from '../../components/DefinitionList.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Quote } from '../../components/Quote.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useNow } from '../../session/now.ts';
import { useMoments } from '../../text/moments.ts';
import { useIncidentText } from '../text.ts';
import { ReportedLine } from './ReportedLine.tsx';
import { useDossierText } from './text.ts';
import { useWordsOf } from './useWordsOf.ts';

/** What people told, each in their own words, with what was added later. */
export function AccountsCard({ dossier }: { dossier: Dossier }) {
  const text = useDossierText();
  const moments = useMoments();
  const now = useNow();
  const told = dossier.accounts.filter(({ story }) => story);
  if (dossier.accounts.length === 0 && dossier.actions.length === 0) return null;
  return (
    <Card heading={text.story.title}>
      <Stack>
        {told.length === 0 && dossier.accounts.length > 0 && <Text soft>{text.story.noStory}</Text>}
        {told.map(({ person, story, givenAt }) => (
          <Quote key={person.id} by={text.story.by(person.name, givenAt ? moments.moment(givenAt, now) : '')}>
            {story}
          </Quote>
        ))}
        <ReportedLine dossier={dossier} />
        <InTheMoment dossier={dossier} />
        {dossier.addenda.length > 0 && (
          <Stack gap="s">
            <Heading level={3}>{text.story.addenda}</Heading>
            {dossier.addenda.map(({ id, person, addedAt, text: added }) => (
              <Quote key={id} by={text.story.addendumBy(person.name, moments.moment(addedAt, now))}>
                {added}
              </Quote>
            ))}
          </Stack>
        )}
      </Stack>
    </Card>
  );
}

function InTheMoment({ dossier }: { dossier: Dossier }) {
  const text = useDossierText();
  const words = useIncidentText();
  const wordsOf = useWordsOf(dossier);
  const warnings = [dossier.isUnsafe && text.story.unsafe, dossier.isInjured && text.story.injured].filter(Boolean);
  const items = [
    { term: text.story.target, value: wordsOf('target', [], {}) },
    { term: text.story.actions, value: wordsOf('action', dossier.actions, words.actions) },
    { term: text.story.needs, value: dossier.needs.map((need) => words.needs[need]).join(', ') },
    { term: words.kinds[dossier.kind], value: warnings.join('. ') },
  ].filter(({ value }) => value);
  return items.length > 0 ? <DefinitionList items={items} /> : null;
}
