import type { Dossier } from '../../../contract/incident.ts';
import { Card } from '../../components/Card.tsx';
import { DefinitionList } from '../../components/DefinitionList.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { useNow } from '../../session/now.ts';
import { useMoments } from '../../text/moments.ts';
import { firstName } from '../incidentTitle.ts';
import { useIncidentText } from '../text.ts';
import { useDossierText } from './text.ts';
import { useWordsOf } from './useWordsOf.ts';

/** The calm details, and who spoke with whom. */
export function DetailsCard({ dossier }: { dossier: Dossier }) {
  return (
    <>
      <Details dossier={dossier} />
      <Contacts dossier={dossier} />
    </>
  );
}

function Details({ dossier }: { dossier: Dossier }) {
  const text = useIncidentText();
  const wordsOf = useWordsOf(dossier);
  const { details } = dossier;
  if (!details) return null;
  const yesNo = (value: boolean | null) => (value === null ? '' : value ? text.yes : text.no);
  const items = [
    { term: text.details.form, value: wordsOf('form', [], {}) },
    { term: text.details.flags, value: wordsOf('flag', details.flags, text.details.flagWords) },
    { term: text.details.cause, value: wordsOf('cause', listed(details.cause), text.details.causes) },
    {
      term: text.details.injuries,
      value: joined(wordsOf('injury', listed(details.injuries), text.details.injuryWords), details.injuryText),
    },
    { term: text.details.damage, value: joined(yesNo(details.damage), details.damageText) },
    { term: text.details.police, value: yesNo(details.policePresent) },
    { term: text.details.demanded, value: details.demanded ?? '' },
  ].filter(({ value }) => value);
  if (items.length === 0) return null;
  return (
    <Card heading={text.details.title}>
      <DefinitionList items={items} />
    </Card>
  );
}

const listed = (code: string | null) => (code ? [code] : []);
const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join('. ');

function Contacts({ dossier: { contacts } }: { dossier: Dossier }) {
  const text = useDossierText();
  const moments = useMoments();
  const now = useNow();
  if (contacts.length === 0) return null;
  return (
    <Card heading={text.contact.heading}>
      <Stack>
        <Timeline
          items={contacts.map(({ id, by, with: to, reached, way, at, note }) => ({
            id,
            title: reached
              ? text.contact.reachedLine(firstName(by.name), firstName(to.name))
              : text.contact.missedLine(firstName(by.name), firstName(to.name)),
            note: [moments.moment(at, now), text.contact.ways[way], note].filter(Boolean).join(' · '),
            ...(reached && { state: 'done' as const }),
          }))}
        />
      </Stack>
    </Card>
  );
}
