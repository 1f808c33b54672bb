import { type FormEvent, useState } from 'react';
import { addPasskey, beginPasskey, removePasskey } from '../../../contract/identity.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { Field } from '../../components/Field.tsx';
import { Heading } from '../../components/Heading.tsx';
import { Row, Stack } from '../../components/Stack.tsx';
import { Text } from '../../components/Text.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useNow } from '../../session/now.ts';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useMoments } from '../../text/moments.ts';
import { knowsPasskeys, makePasskey } from '../passkeys.ts';
import { useIdentityText } from '../text.ts';
import type { PartProps, Ways } from './WaysCard.tsx';

export function PasskeyList({ ways, confirmFirst }: PartProps) {
  const { account: text } = useIdentityText();
  const say = useSay();
  const [isAdding, setAdding] = useState(false);
  const removing = useWrite(removePasskey);

  async function remove(passkeyId: string) {
    if (await removing.send({ params: { passkeyId } })) say(text.passkeyRemoved);
  }

  return (
    <Stack gap="s">
      <Heading level={3}>{text.passkeys}</Heading>
      <WriteProblem of={removing} />
      {ways.passkeys.length === 0 ? (
        <Text soft>{text.noPasskeys}</Text>
      ) : (
        <ul className="devices plain-list">
          {ways.passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              passkey={passkey}
              onRemove={() => confirmFirst(() => void remove(passkey.id))}
            />
          ))}
        </ul>
      )}
      {knowsPasskeys && (
        <Row>
          <Button kind="secondary" icon="plus" onClick={() => confirmFirst(() => setAdding(true))}>
            {text.addPasskey}
          </Button>
        </Row>
      )}
      <AddPasskeyDialog isOpen={isAdding} onClose={() => setAdding(false)} />
    </Stack>
  );
}

function PasskeyRow({ passkey, onRemove }: { passkey: Ways['passkeys'][number]; onRemove: () => void }) {
  const { account: text } = useIdentityText();
  const moments = useMoments();
  const now = useNow();
  const { name, createdAt, lastUsedAt } = passkey;
  return (
    <li className="device">
      <div>
        <div>{name}</div>
        <div className="soft small">
          {lastUsedAt
            ? text.passkeyUsed(moments.moment(lastUsedAt, now))
            : text.passkeyNew(moments.moment(createdAt, now))}
        </div>
      </div>
      <Button kind="plain" aria-label={text.removePasskey(name)} onClick={onRemove}>
        {text.remove}
      </Button>
    </li>
  );
}

function AddPasskeyDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { account: text, way } = useIdentityText();
  const say = useSay();
  const begin = useWrite(beginPasskey);
  const adding = useWrite(addPasskey);
  const [name, setName] = useState(way.defaultDevice);

  async function add(event: FormEvent) {
    event.preventDefault();
    const begun = await begin.send({});
    const response = begun && (await makePasskey(begun.options));
    if (!begun || !response) return;
    if (!(await adding.send({ body: { ceremony: begun.ceremony, response, name } }))) return;
    say(text.passkeyAdded);
    onClose();
  }

  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={text.addPasskey}>
      <form className="door__form" noValidate onSubmit={(event) => void add(event)}>
        <WriteProblem of={begin.problem ? begin : adding} />
        <Field id="name" label={way.deviceName} hint={way.deviceNameHint} error={adding.errorAt('name')}>
          <TextInput maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <div>
          <Button type="submit" busy={begin.isBusy || adding.isBusy}>
            {text.addPasskey}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
