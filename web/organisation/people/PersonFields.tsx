import { listTeams } from '../../../contract/organisation.ts';
import { type PersonKind, personKinds } from '../../../contract/organisation-words.ts';
import { ManyChoices } from '../../components/ChoiceCards.tsx';
import type { FieldError } from '../../components/ErrorSummary.tsx';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { Text } from '../../components/Text.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { useRead } from '../../session/useRead.ts';
import { useWords } from '../../text/words.ts';
import { useOrganisationText } from '../text.ts';

/** The work details of somebody, as they are typed. */
export interface PersonDetails {
  givenName: string;
  familyName: string;
  email: string;
  phone: string;
  jobTitle: string;
  kind: PersonKind;
  homeEmployerName: string;
  teamIds: string[];
}

export const nobodyYet: PersonDetails = {
  givenName: '',
  familyName: '',
  email: '',
  phone: '',
  jobTitle: '',
  kind: 'employee',
  homeEmployerName: '',
  teamIds: [],
};

type TextPart = 'givenName' | 'familyName' | 'email' | 'phone' | 'jobTitle';
const textParts: readonly { part: TextPart; type: string; optional: boolean }[] = [
  { part: 'givenName', type: 'text', optional: false },
  { part: 'familyName', type: 'text', optional: false },
  { part: 'jobTitle', type: 'text', optional: true },
  { part: 'email', type: 'email', optional: true },
  { part: 'phone', type: 'tel', optional: true },
];

interface PersonFieldsProps {
  details: PersonDetails;
  onChange: (more: Partial<PersonDetails>) => void;
  errorAt: (fieldId: string) => string | undefined;
}

export function PersonFields({ details, onChange, errorAt }: PersonFieldsProps) {
  const { person: text } = useOrganisationText();
  const words = useWords();
  const { data } = useRead(listTeams, {});
  const teams = data?.teams ?? [];
  return (
    <>
      {textParts.map(({ part, type, optional }) => (
        <Field key={part} id={part} label={text[part]} optional={optional} error={errorAt(part)}>
          <TextInput
            width="l"
            type={type}
            autoComplete="off"
            value={details[part]}
            onChange={(event) => onChange({ [part]: event.target.value })}
          />
        </Field>
      ))}
      <Field id="kind" label={text.kind}>
        <Select
          value={details.kind}
          onChange={(kind) => onChange({ kind: kind || 'employee' })}
          options={personKinds.map((kind) => ({ value: kind, label: words.personKinds[kind] }))}
        />
      </Field>
      {details.kind === 'guest' && (
        <Field id="homeEmployerName" label={text.homeEmployer} error={errorAt('homeEmployerName')}>
          <TextInput
            width="l"
            value={details.homeEmployerName}
            onChange={(event) => onChange({ homeEmployerName: event.target.value })}
          />
        </Field>
      )}
      {teams.length === 0 ? (
        <Text soft>{text.noTeams}</Text>
      ) : (
        <ManyChoices
          id="teamIds"
          legend={text.teams}
          optional
          beside="wide"
          choices={teams.map((team) => ({ value: team.id, label: team.name }))}
          chosen={details.teamIds}
          onChange={(teamIds) => onChange({ teamIds })}
        />
      )}
    </>
  );
}

/** What must be there before it is worth sending. */
export function useMissing(details: PersonDetails): FieldError[] {
  const { person: text } = useOrganisationText();
  const missing: FieldError[] = [];
  if (!details.givenName.trim()) missing.push({ fieldId: 'givenName', message: text.missing.givenName });
  if (!details.familyName.trim()) missing.push({ fieldId: 'familyName', message: text.missing.familyName });
  if (details.kind === 'guest' && !details.homeEmployerName.trim()) {
    missing.push({ fieldId: 'homeEmployerName', message: text.missing.homeEmployer });
  }
  return missing;
}
