import { useState } from 'react';
import { changePerson } from '../../../contract/organisation.ts';
import { Card } from '../../components/Card.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { SmallForm } from '../../session/SmallForm.tsx';
import { useWrite } from '../../session/useWrite.ts';
import { useOrganisationText } from '../text.ts';
import { type PersonDetails, PersonFields, useMissing } from './PersonFields.tsx';
import type { Person } from './PersonPage.tsx';

export function DetailsCard({ person }: { person: Person }) {
  const { person: text, save, saved } = useOrganisationText();
  const say = useSay();
  const [details, setDetails] = useState(() => detailsOf(person));
  const [before, setBefore] = useState(details);
  const missing = useMissing(details);
  const [wasSent, setSent] = useState(false);
  const shown = wasSent ? missing : [];
  const changing = useWrite(changePerson);

  async function send() {
    setSent(true);
    if (missing.length > 0) return;
    if (!(await changing.send({ params: { personId: person.id }, body: changesOf(before, details) }))) return;
    setBefore(details);
    say(saved);
  }

  return (
    <Card heading={text.details}>
      <SmallForm of={changing} missing={shown} submit={save} onSubmit={() => void send()}>
        <PersonFields
          details={details}
          onChange={(more) => setDetails({ ...details, ...more })}
          errorAt={(id) => shown.find(({ fieldId }) => fieldId === id)?.message ?? changing.errorAt(id)}
        />
      </SmallForm>
    </Card>
  );
}

/** Only what was changed here is sent: the rest stays as it is, also where a colleague changed it meanwhile. */
function changesOf(before: PersonDetails, now: PersonDetails) {
  const { givenName, familyName, email, phone, jobTitle, kind, homeEmployerName, teamIds } = now;
  return {
    ...(givenName !== before.givenName && { givenName }),
    ...(familyName !== before.familyName && { familyName }),
    ...(jobTitle !== before.jobTitle && { jobTitle }),
    ...(email !== before.email && { email: email.trim() || null }),
    ...(phone !== before.phone && { phone: phone.trim() || null }),
    ...((kind !== before.kind || homeEmployerName !== before.homeEmployerName) && {
      kind,
      homeEmployerName: kind === 'guest' ? homeEmployerName : null,
    }),
    ...(teamIds !== before.teamIds && { teamIds }),
  };
}

/** The name comes as one: what stands before the first space is the first name. */
function detailsOf({ name, email, phone, jobTitle, kind, homeEmployerName, teams }: Person): PersonDetails {
  const [givenName = '', ...family] = name.split(' ');
  return {
    givenName,
    familyName: family.join(' '),
    email: email ?? '',
    phone: phone ?? '',
    jobTitle,
    kind,
    homeEmployerName: homeEmployerName ?? '',
    teamIds: teams.map((team) => team.id),
  };
}
