import { type FormEvent, useState } from 'react';
import { changeMe } from '../../../contract/organisation.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { DefinitionList } from '../../components/DefinitionList.tsx';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useSay } from '../../components/Toasts.tsx';
import type { Me } from '../../session/me.tsx';
import { WriteProblem } from '../../session/ShownProblem.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useIdentityText } from '../text.ts';

export function YouCard({ me: { person } }: { me: Me }) {
  const { account: text } = useIdentityText();
  return (
    <Card heading={text.you}>
      <DefinitionList
        items={[
          { term: text.name, value: person.name },
          { term: text.job, value: person.jobTitle || text.none },
          { term: text.email, value: person.email ?? text.none },
        ]}
      />
      <PhoneForm phone={person.phone ?? ''} />
    </Card>
  );
}

function PhoneForm({ phone }: { phone: string }) {
  const { account: text } = useIdentityText();
  const say = useSay();
  const [typed, setTyped] = useState(phone);
  const saving = useWrite(changeMe);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (await saving.send({ body: { phone: typed.trim() || null } })) say(text.phoneSaved);
  }

  return (
    <form className="door__form" noValidate onSubmit={(event) => void save(event)}>
      <WriteProblem of={saving} />
      <Field id="phone" label={text.phone} hint={text.phoneHint} error={saving.errorAt('phone')} optional>
        <TextInput
          type="tel"
          width="m"
          autoComplete="tel"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <div>
        <Button kind="secondary" type="submit" busy={saving.isBusy}>
          {text.savePhone}
        </Button>
      </div>
    </form>
  );
}
