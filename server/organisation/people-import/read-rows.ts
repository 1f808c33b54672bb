import type { ImportColumn, ImportProblem, PersonKind, Role } from '../../../contract/organisation.ts';
import { searchable } from '../names.ts';
import type { FileRow } from './read-file.ts';
import type { Columns } from './recognise-columns.ts';
import { type RowProblem, sentences } from './sentences.ts';

/** One person as a row of the file tells it. */
export interface ImportedPerson {
  readonly row: number;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly jobTitle: string;
  readonly kind: PersonKind;
  readonly homeEmployerName: string | null;
  readonly team: string | null;
  readonly role: Role | null;
}

export interface ReadRows {
  readonly people: readonly ImportedPerson[];
  readonly problems: readonly ImportProblem[];
}

export function readRows(rows: readonly FileRow[], columns: Columns): ReadRows {
  const people: ImportedPerson[] = [];
  const problems: ImportProblem[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const person = personIn(row, columns);
    const found = problemsOf(person, row, columns, seen);
    if (person.email !== null) seen.add(person.email);
    if (found.length === 0) people.push(person);
    problems.push(...found.map(([column, code]) => ({ row: row.number, column, code, ...sentences[code] })));
  }
  return { people, problems };
}

function personIn(row: FileRow, columns: Columns): ImportedPerson {
  const text = (column: ImportColumn) => cellOf(row, columns, column);
  const homeEmployerName = text('homeEmployer') || null;
  return {
    row: row.number,
    givenName: text('givenName'),
    familyName: text('familyName'),
    email:
      text('email')
        .replace(/^mailto:/i, '')
        .toLowerCase() || null,
    phone: text('phone') || null,
    jobTitle: text('jobTitle'),
    kind: homeEmployerName === null ? 'employee' : 'guest',
    homeEmployerName,
    team: text('team') || null,
    role: roleNamed(text('role')),
  };
}

function problemsOf(
  person: ImportedPerson,
  row: FileRow,
  columns: Columns,
  seen: ReadonlySet<string>,
): [ImportColumn, RowProblem][] {
  const { givenName, familyName, email, phone, team, role } = person;
  const roleText = cellOf(row, columns, 'role');
  const checks: [boolean, ImportColumn, RowProblem][] = [
    [givenName === '', 'givenName', 'given-name-missing'],
    [familyName === '', 'familyName', 'family-name-missing'],
    [givenName.length > 80, 'givenName', 'too-long'],
    [familyName.length > 80, 'familyName', 'too-long'],
    [/^[=+\-@]/.test(givenName), 'givenName', 'formula-in-name'],
    [/^[=+\-@]/.test(familyName), 'familyName', 'formula-in-name'],
    [person.jobTitle.length > 120, 'jobTitle', 'too-long'],
    [(team ?? '').length > 120, 'team', 'too-long'],
    [(person.homeEmployerName ?? '').length > 120, 'homeEmployer', 'too-long'],
    [email !== null && !isEmail(email), 'email', 'email-invalid'],
    [email !== null && seen.has(email), 'email', 'email-twice'],
    [phone !== null && !/^\+?[0-9 ()-]{3,24}$/.test(phone), 'phone', 'phone-invalid'],
    [role === null && roleText !== '', 'role', 'role-unknown'],
    [role === 'manager' && team === null, 'team', 'role-needs-team'],
  ];
  return checks.filter(([isWrong]) => isWrong).map(([, column, code]) => [column, code]);
}

function cellOf(row: FileRow, columns: Columns, column: ImportColumn): string {
  const at = columns[column];
  return at === undefined ? '' : (row.cells[at] ?? '');
}

function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"',;]+@[^\s@<>"',;]+\.[a-z]{2,}$/.test(text);
}

const roleNames: Partial<Record<string, Role>> = {
  leidinggevende: 'manager',
  teammanager: 'manager',
  teamleider: 'manager',
  manager: 'manager',
  coordinator: 'coordinator',
  agressiecoordinator: 'coordinator',
  'coordinator agressie en geweld': 'coordinator',
  receptie: 'reception',
  reception: 'reception',
  preventiemedewerker: 'prevention_worker',
  'prevention worker': 'prevention_worker',
  'collegiale opvang': 'peer_supporter',
  opvanger: 'peer_supporter',
  'peer supporter': 'peer_supporter',
  vertrouwenspersoon: 'confidential_adviser',
  'confidential adviser': 'confidential_adviser',
  directie: 'leadership',
  gemeentesecretaris: 'leadership',
  leadership: 'leadership',
  'functionaris gegevensbescherming': 'privacy_officer',
  fg: 'privacy_officer',
  'privacy officer': 'privacy_officer',
  griffier: 'griffier',
  burgemeester: 'mayor',
  mayor: 'mayor',
};

/** `administrator` is not among them: nobody becomes one by a line in a file. */
function roleNamed(text: string): Role | null {
  return roleNames[searchable(text)] ?? null;
}
