import { Checkbox } from '../../components/Checkbox.tsx';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useGuestText } from './text.ts';

export const emptyGuest = {
  givenName: '',
  familyName: '',
  belongsTo: '',
  isOfficeHolder: false,
  email: '',
  phone: '',
};
type Guest = typeof emptyGuest;
type Needed = 'givenName' | 'familyName' | 'belongsTo' | 'email';

export function missingIn(guest: Guest): Needed[] {
  return (['givenName', 'familyName', 'belongsTo', 'email'] as const).filter((field) => guest[field].trim() === '');
}

interface NewGuestFieldsProps {
  guest: Guest;
  errorAt: (fieldId: string) => string | undefined;
  onChange: (guest: Guest) => void;
}

/** Who it is, and where their link and their code go. */
export function NewGuestFields({ guest, errorAt, onChange }: NewGuestFieldsProps) {
  const { invite: text } = useGuestText();
  const field = (name: Needed | 'phone') => ({
    value: guest[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...guest, [name]: event.target.value }),
  });
  return (
    <>
      <Field id="guest-givenName" label={text.givenName} error={errorAt('guest-givenName')}>
        <TextInput autoComplete="off" {...field('givenName')} />
      </Field>
      <Field id="guest-familyName" label={text.familyName} error={errorAt('guest-familyName')}>
        <TextInput autoComplete="off" {...field('familyName')} />
      </Field>
      <Field id="guest-belongsTo" label={text.belongsTo} hint={text.belongsToHint} error={errorAt('guest-belongsTo')}>
        <TextInput autoComplete="off" {...field('belongsTo')} />
      </Field>
      <Checkbox
        id="guest-isOfficeHolder"
        checked={guest.isOfficeHolder}
        hint={text.isOfficeHolderHint}
        onChange={(isOfficeHolder) => onChange({ ...guest, isOfficeHolder })}
      >
        {text.isOfficeHolder}
      </Checkbox>
      <Field id="guest-email" label={text.email} error={errorAt('guest-email')}>
        <TextInput type="email" autoComplete="off" {...field('email')} />
      </Field>
      <Field id="guest-phone" label={text.phone} hint={text.phoneHint} optional error={errorAt('guest-phone')}>
        <TextInput type="tel" autoComplete="off" {...field('phone')} />
      </Field>
    </>
  );
}
