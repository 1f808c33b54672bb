import { useState } from 'react';
import { type GuestRole, inviteGuest } from '../../../contract/incident.ts';
import { OneChoice } from '../../components/ChoiceCards.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { type Colleague, PeoplePicker } from '../../components/PeoplePicker.tsx';
import { useSay } from '../../components/Toasts.tsx';
import { findColleagues } from '../../session/findColleagues.ts';
import { useIdFor } from '../../session/useIdFor.ts';
import { useWrite } from '../../session/useWrite.ts';
import { DialogForm } from '../DialogForm.tsx';
import { emptyGuest, missingIn, NewGuestFields } from './NewGuestFields.tsx';
import { useGuestText } from './text.ts';

interface InviteGuestDialogProps {
  /** Null: to report something themselves. */
  incidentId: string | null;
  onClose: () => void;
}

/** Somebody without an account: who it is, where the link and the code go, and their part in it. */
export function InviteGuestDialog({ incidentId, onClose }: InviteGuestDialogProps) {
  const { invite: text, list } = useGuestText();
  const tell = useSay();
  const write = useWrite(inviteGuest);
  const linkFor = useIdFor();
  const [kind, setKind] = useState<'new' | 'known'>('new');
  const [guest, setGuest] = useState(emptyGuest);
  const [known, setKnown] = useState<readonly Colleague[]>([]);
  const [role, setRole] = useState<GuestRole>('victim');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const errorAt = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message ?? write.errorAt(id);

  async function send() {
    const [colleague] = known;
    const missing =
      kind === 'new'
        ? missingIn(guest).map((field) => ({ fieldId: `guest-${field}`, message: text.missing(text[field]) }))
        : colleague
          ? []
          : [{ fieldId: 'guest-personId', message: text.missing(text.known) }];
    setErrors(missing);
    if (missing.length > 0) return;
    const invitation = {
      on: incidentId === null ? null : { incidentId, role },
      guest:
        kind === 'known' && colleague
          ? ({ kind, personId: colleague.id } as const)
          : ({ kind: 'new', ...guest, phone: guest.phone.trim() || null } as const),
    };
    if (await write.send({ body: { ...invitation, linkId: linkFor(invitation).value } })) {
      tell(list.sent);
      onClose();
    }
  }

  return (
    <DialogForm
      title={text.title}
      lead={text.lead}
      saveLabel={text.send}
      onSave={() => void send()}
      onClose={onClose}
      write={write}
      errors={errors}
    >
      <OneChoice
        id="guest-kind"
        legend={text.who}
        beside
        choices={(['new', 'known'] as const).map((value) => ({ value, label: text.kinds[value] }))}
        chosen={kind}
        onChange={setKind}
      />
      {kind === 'new' ? (
        <NewGuestFields guest={guest} errorAt={errorAt} onChange={setGuest} />
      ) : (
        <PeoplePicker
          id="guest-personId"
          label={text.known}
          hint={text.knownHint}
          find={findColleagues}
          single
          error={errorAt('guest-personId')}
          chosen={known}
          onChange={setKnown}
        />
      )}
      {incidentId !== null && (
        <OneChoice
          id="role"
          legend={text.role}
          beside
          choices={(['victim', 'witness'] as const).map((value) => ({ value, label: text.roles[value] }))}
          chosen={role}
          onChange={setRole}
        />
      )}
    </DialogForm>
  );
}
