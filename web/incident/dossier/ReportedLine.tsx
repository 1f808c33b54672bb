import type { Dossier } from '../../../contract/incident.ts';
import { Text } from '../../components/Text.tsx';
import { useNow } from '../../session/now.ts';
import { useMoments } from '../../text/moments.ts';
import { useDossierText } from './text.ts';

/** When it was reported, where that is another day or hour than when it happened: late reports show both. */
export function ReportedLine({ dossier }: { dossier: Dossier }) {
  const text = useDossierText();
  const moments = useMoments();
  const now = useNow();
  const minutesLater = (Date.parse(dossier.reportedAt) - Date.parse(dossier.occurredAt)) / 60_000;
  if (minutesLater < 60) return null;
  return (
    <Text soft small>
      {text.story.late(moments.moment(dossier.reportedAt, now))}
    </Text>
  );
}
