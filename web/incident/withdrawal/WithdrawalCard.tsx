import { useState } from 'react';
import type { AnswerOf } from '../../../contract/endpoint.ts';
import { type Dossier, readWithdrawal } from '../../../contract/incident.ts';
import { Advice } from '../../components/Advice.tsx';
import { Button } from '../../components/Button.tsx';
import { Quote } from '../../components/Quote.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { useNow } from '../../session/now.ts';
import { useRead } from '../../session/useRead.ts';
import { useMoments } from '../../text/moments.ts';
import { RecordContactDialog } from '../dossier/RecordContactDialog.tsx';
import { firstName } from '../incidentTitle.ts';
import { CloseWithdrawnDialog, ContinueDialog } from './AnswerDialogs.tsx';
import { useWithdrawalText } from './text.ts';

type Withdrawal = NonNullable<AnswerOf<typeof readWithdrawal>['withdrawal']>;

/** The reporter took it back: first somebody asks them why, then a person decides. */
export function WithdrawalCard({ dossier }: { dossier: Dossier }) {
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
        <Answer dossier={dossier} withdrawal={withdrawal} />
      </Stack>
    </Advice>
  );
}

function Reason({ of: reason, name, at }: { of: string; name: string; at: string }) {
  const moments = useMoments();
  const now = useNow();
  return <Quote by={`${name}, ${moments.moment(at, now)}`}>{reason}</Quote>;
}

type Asking = 'contact' | 'close' | 'continue';

function Answer({ dossier, withdrawal: { by, hasSpoken } }: { dossier: Dossier; withdrawal: Withdrawal }) {
  const { lead } = useWithdrawalText();
  const [asking, setAsking] = useState<Asking | null>(null);
  const name = firstName(by.name);
  // A dialog that closes late leaves alone what was opened since.
  const stop = (ended: Asking) => () => setAsking((now) => (now === ended ? null : now));
  const isSerious = dossier.severity === 'threat' || dossier.severity === 'violence';
  const { incidentId, may } = dossier;
  return (
    <>
      <Text>
        {hasSpoken ? [lead.spoken(name), isSerious && lead.serious].filter(Boolean).join(' ') : lead.ask(name)}
      </Text>
      <Row>
        {!hasSpoken && may.includes('record_contact') && (
          <Button kind="secondary" onClick={() => setAsking('contact')}>
            {lead.contact}
          </Button>
        )}
        {hasSpoken && may.includes('answer_withdrawal') && (
          <>
            <Button kind="secondary" onClick={() => setAsking('close')}>
              {lead.close}
            </Button>
            <Button kind="secondary" onClick={() => setAsking('continue')}>
              {lead.continue}
            </Button>
          </>
        )}
      </Row>
      {asking === 'contact' && <RecordContactDialog dossier={dossier} onClose={stop('contact')} />}
      {asking === 'close' && <CloseWithdrawnDialog incidentId={incidentId} onClose={stop('close')} />}
      {asking === 'continue' && <ContinueDialog incidentId={incidentId} onClose={stop('continue')} />}
    </>
  );
}
