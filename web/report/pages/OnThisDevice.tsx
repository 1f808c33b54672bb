import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Field } from '../../components/Field.tsx';
import { PasswordInput } from '../../components/PasswordInput.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import type { Unlocked } from '../../outbox/code-lock.ts';
import type { WaitingDraft } from '../../outbox/store.ts';
import { useOutbox } from '../../outbox/useOutbox.ts';
import { serverNow } from '../../session/now.ts';
import { useMoments } from '../../text/moments.ts';
import { unpackDraft } from '../draft.ts';
import { addressOf, go } from '../place.ts';
import type { Surroundings } from '../surroundings.ts';
import { useReportText } from '../text.ts';
import type { DraftInHand } from '../use-draft.ts';

interface OnThisDeviceProps {
  surroundings: Surroundings;
  inHand: DraftInHand;
}

/** What was begun without a connection and is not with the server yet: its maker opens it with the code. */
export function OnThisDevice({ surroundings, inHand }: OnThisDeviceProps) {
  const personId = surroundings.me?.person.id ?? surroundings.device?.personId;
  const drafts = useOutbox()?.filter((entry) => entry.kind === 'draft') ?? [];
  return drafts
    .filter((draft) => draft.personId === personId && draft.id !== inHand.draft.draftId)
    .map((draft) => <LockedDraft key={draft.id} kept={draft} inHand={inHand} />);
}

function LockedDraft({ kept, inHand }: { kept: WaitingDraft; inHand: DraftInHand }) {
  const text = useReportText();
  const moments = useMoments();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function goOn() {
    setBusy(true);
    const { unlock } = await import('../../outbox/code-lock.ts');
    const unlocked = await unlock(kept.personId, code.trim());
    const opened = unlocked && 'pair' in unlocked ? await openDraft(kept, unlocked) : undefined;
    setBusy(false);
    if (!opened) return setError(whyNot(unlocked, text.onDevice));
    inHand.takeUp(unpackDraft(JSON.stringify(opened.draft), serverNow()), opened.baseRevision);
    go(addressOf.safety);
  }

  return (
    <Card as="article" heading={text.onDevice.title}>
      <Stack gap="s">
        <Text soft>{text.first.goOnHint(moments.moment(new Date(kept.madeOn).toISOString(), serverNow()))}</Text>
        <Text>{text.onDevice.waits}</Text>
        {kept.locked && (
          <form
            noValidate
            autoComplete="off"
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy) void goOn();
            }}
          >
            <Stack gap="s">
              <Field id={`code-${kept.id}`} label={text.onDevice.ask} error={error}>
                <PasswordInput value={code} autoComplete="off" onChange={(event) => setCode(event.target.value)} />
              </Field>
              <Row>
                <Button type="submit" kind="secondary" busy={busy}>
                  {text.onDevice.open}
                </Button>
              </Row>
            </Stack>
          </form>
        )}
      </Stack>
    </Card>
  );
}

interface Opened {
  readonly draft: unknown;
  readonly baseRevision: number;
}

async function openDraft(
  kept: WaitingDraft,
  { pair }: Extract<Unlocked, { pair: unknown }>,
): Promise<Opened | undefined> {
  const { openText } = await import('../../outbox/code-lock.ts');
  const opened = kept.locked && (await openText(kept.personId, pair, kept.locked));
  // We wrote it ourselves, and nobody else has the key.
  return opened ? (JSON.parse(opened) as Opened) : undefined;
}

function whyNot(unlocked: Unlocked | undefined, text: ReturnType<typeof useReportText>['onDevice']): string {
  return unlocked && 'wrong' in unlocked && unlocked.triesLeft > 0 ? text.wrong(unlocked.triesLeft) : text.gone;
}
