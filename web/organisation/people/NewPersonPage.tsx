import { useState } from 'react';
import { addPerson } from '../../../contract/organisation.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { useGoTo } from '../../session/address.ts';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useOrganisationText } from '../text.ts';
import { useTrail } from '../trail.ts';
import { nobodyYet, PersonFields, useMissing } from './PersonFields.tsx';
import '../organisation.css';

export function NewPersonPage() {
  const { person: text, people, add } = useOrganisationText();
  const trail = useTrail({ label: people.title, href: '/beheer/mensen' });
  const say = useSay();
  const goTo = useGoTo();
  const [details, setDetails] = useState(nobodyYet);
  const [wasSent, setSent] = useState(false);
  const missing = useMissing(details);
  const shown = wasSent ? missing : [];
  const adding = useWrite(addPerson);

  async function send() {
    setSent(true);
    if (missing.length > 0) return;
    const { email, phone, homeEmployerName, kind, ...rest } = details;
    const answer = await adding.send({
      body: {
        ...rest,
        kind,
        ...(email.trim() && { email }),
        ...(phone.trim() && { phone }),
        ...(kind === 'guest' && { homeEmployerName }),
      },
    });
    if (!answer) return;
    say(text.added(`${details.givenName} ${details.familyName}`));
    goTo(`/beheer/mensen/${answer.personId}`);
  }

  return (
    <div className="narrow">
      <PageHeader title={text.newTitle} trail={trail} />
      <SmallForm of={adding} missing={shown} submit={add} onSubmit={() => void send()}>
        <PersonFields
          details={details}
          onChange={(more) => setDetails({ ...details, ...more })}
          errorAt={(id) => shown.find(({ fieldId }) => fieldId === id)?.message ?? adding.errorAt(id)}
        />
      </SmallForm>
    </div>
  );
}
