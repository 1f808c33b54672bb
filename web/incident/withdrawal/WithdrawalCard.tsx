import type { AnswerOf } from '../../../contract/endpoint.ts';
import { type Dossier, readWithdrawal } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Quote } from '../../components/Quote.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useAsking } from '../../components/useAsking.ts';
import { useNow } from '../../session/now.ts';
import { useRead } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { RecordContactDialog } from '../dossier/RecordContactDialog.tsx';
import { firstName } from '../incidentTitle.ts';
import { CloseWithdrawnDialog, ContinueDialog } from './AnswerDialogs.tsx';
import { useWithdrawalText } from './text.ts';

type Withdrawal = NonNullable<AnswerOf<typeof readWithdrawal>['withdrawal']>;

type Deed = 'contact' | 'close' | 'continue';

/** The reporter took it back: first somebody asks them why, then a person decides. */
export function WithdrawalCard({ dossier }: { dossier: Dossier }) {
  const { what: deed, ask, stop } = useAsking<Deed>();
  const { incidentId } = dossier;
  return (
    <>
      <Standing dossier={dossier} onAct={ask} />
      {/* Beside what stands there, which may go meanwhile: what was typed stays. */}
      {deed === 'contact' && <RecordContactDialog dossier={dossier} onClose={stop} />}
      {deed === 'close' && <CloseWithdrawnDialog incidentId={incidentId} onClose={stop} />}
      {deed === 'continue' && <ContinueDialog incidentId={incidentId} onClose={stop} />}
    </>
  );
}

interface StandingProps {
  dossier: Dossier;
  onAct: (deed: Deed) => void;
}

function Standing({ dossier, onAct }: StandingProps) {
  const { lead } = useWithdrawalText();
  const isTheirs = dossier.may.includes('see_log') && !dossier.correctedReason;
  const { data } = useRead(
    readWithdrawal,
    { params: { incidentId: dossier.incidentId } },
    { live: ['incident'], enabled: isTheirs },
  );
  const withdrawal = data?.withdrawal;
  if (!withdrawal) return null;
  const { endedAs, endedBy, by, withdrawnAt, reason } = withdrawal;
  if (endedAs !== null && endedBy) {
    return (
      <Advice tone="teal">
        <Text>{lead.ended[endedAs](firstName(endedBy.name))}</Text>
      </Advice>
    );
  }
  return (
    <Advice tone="amber" title={lead.title(firstName(by.name))}>
      <Stack gap="s">
        {reason && <Reason of={reason} name={by.name} at={withdrawnAt} />}
        <Answer dossier={dossier} withdrawal={withdrawal} onAct={onAct} />
      </Stack>
    </Advice>
  );
}

function Reason({ of: reason, name, at }: { of: string; name: string; at: string }) {
  const moments = useMoments();
  const now = useNow();
  return <Quote by={`${name}, ${moments.moment(at, now)}`}>{reason}</Quote>;
}

function Answer({ dossier, withdrawal: { by, hasSpoken }, onAct }: StandingProps & { withdrawal: Withdrawal }) {
  const { lead } = useWithdrawalText();
  const name = firstName(by.name);
  const isSerious = dossier.severity === 'threat' || dossier.severity === 'violence';
  const { may } = dossier;
  return (
    <>
      <Text>
        {hasSpoken ? [lead.spoken(name), isSerious && lead.serious].filter(Boolean).join(' ') : lead.ask(name)}
      </Text>
      <Row>
        {!hasSpoken && may.includes('record_contact') && (
          <Button kind="secondary" onClick={() => onAct('contact')}>
            {lead.contact}
          </Button>
        )}
        {hasSpoken && may.includes('answer_withdrawal') && (
          <>
            <Button kind="secondary" onClick={() => onAct('close')}>
              {lead.close}
            </Button>
            <Button kind="secondary" onClick={() => onAct('continue')}>
              {lead.continue}
            </Button>
          </>
        )}
      </Row>
    </>
  );
}
