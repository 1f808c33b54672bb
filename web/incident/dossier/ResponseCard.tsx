import type { Dossier } from '../../../contract/incident.ts';
import { Button } from '../../components/Button.tsx';
import { Clock } from '../../components/Clock.tsx';
import { Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { useNow } from '../../session/now.ts';
import { useMoments } from '../../text/moments.ts';
import { useIncidentText } from '../text.ts';
import { DeferResponseDialog } from './DeferResponseDialog.tsx';

const clockStates = { running: 'running', overdue: 'running', deferred: 'deferred', sent: 'done' } as const;

/** The 48 hours that everybody on the dossier sees: running, deferred with a reason, or done. */
export function ResponseCard({ dossier }: { dossier: Dossier }) {
  const text = useIncidentText();
  const now = useNow();
  const deferring = useAsking<'defer'>();
  const { clock } = dossier;
  if (clock.state === 'none' || !clock.dueAt || !clock.startedAt) return null;
  return (
    <Stack gap="s">
      <Clock
        title={text.clock.title}
        startedAt={clock.startedAt}
        dueAt={clock.dueAt}
        now={now}
        state={clockStates[clock.state]}
        note={<Note clock={clock} now={now} />}
        doneLabel={clock.sentAt && clock.sentAt <= clock.dueAt ? text.clock.onTime : text.clock.late}
        action={
          dossier.may.includes('defer_response') && (
            <Button kind="plain" onClick={() => deferring.ask('defer')}>
              {text.clock.defer}
            </Button>
          )
        }
      />
      {dossier.responseSummary && <Text soft>{dossier.responseSummary}</Text>}
      {deferring.what && <DeferResponseDialog incidentId={dossier.incidentId} onClose={deferring.stop} />}
    </Stack>
  );
}

function Note({ clock, now }: { clock: Dossier['clock']; now: Date }) {
  const text = useIncidentText();
  const moments = useMoments();
  if (clock.state === 'sent') return text.clock.sent(clock.sentAt ? moments.moment(clock.sentAt, now) : '');
  if (clock.state === 'deferred' && clock.deferralReason) {
    return text.clock.deferredBecause(
      text.clock.reasons[clock.deferralReason],
      clock.reviewOn ? moments.date(clock.reviewOn) : '',
    );
  }
  return text.clock.before(clock.dueAt ? moments.moment(clock.dueAt, now) : '');
}
