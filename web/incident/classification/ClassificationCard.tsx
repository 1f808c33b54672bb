import { type Classified, type Dossier, readClassification } from '../../../contract/incident.ts';
import { Card } from '../../components/Card.tsx';
import { Timeline } from '../../components/Timeline.tsx';
import { useNow } from '../../session/now.ts';
import { useRead } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { useIncidentText } from '../text.ts';
import { useClassificationText } from './text.ts';

/** What it was before, each time with who changed it and why. Nothing to see where it was filed right at once. */
export function ClassificationCard({ dossier: { incidentId, may, correctedReason } }: { dossier: Dossier }) {
  const text = useClassificationText();
  const moments = useMoments();
  const now = useNow();
  const inWords = useFiledInWords();
  const isTheirs = may.includes('see_log') && !correctedReason;
  const { data } = useRead(readClassification, { params: { incidentId } }, { live: ['incident'], enabled: isTheirs });
  if (!data || data.changes.length === 0) return null;
  return (
    <Card heading={text.history}>
      <Timeline
        items={data.changes.map(({ at, by, before, after, reason }) => {
          const [was, is] = [inWords.short(before), inWords.short(after)];
          return {
            id: at,
            title: was === is ? text.smaller : text.change(was, is),
            note: [text.by(by.name, moments.moment(at, now)), inWords.details(before), reason]
              .filter(Boolean)
              .join(' · '),
          };
        })}
      />
    </Card>
  );
}

function useFiledInWords() {
  const words = useIncidentText();
  const text = useClassificationText();
  const short = ({ kind, severity }: Classified) =>
    (kind === 'incident' ? words.severities[severity] : words.kinds[kind]).toLowerCase();
  /** What was ticked then: the line above says already how severe that made it. */
  const details = (filed: Classified) => {
    const ticked = [
      ...filed.columns.map((column) => text.columnWords[column].toLowerCase()),
      filed.form && words.forms[filed.form].toLowerCase(),
      ...filed.flags.map((flag) => words.details.flagWords[flag].toLowerCase()),
      filed.cause && words.details.causes[filed.cause].toLowerCase(),
    ].filter(Boolean);
    return ticked.length > 0 && text.was(ticked.join(', '));
  };
  return { short, details };
}
