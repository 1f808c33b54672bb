import type { ImportColumn } from '../../../contract/organisation.ts';
import { searchable } from '../names.ts';

export type Columns = Partial<Record<ImportColumn, number>>;

/** How these columns are called in the files that personnel systems and spreadsheets make. */
const knownHeaders: Record<ImportColumn, readonly string[]> = {
  givenName: ['voornaam', 'roepnaam', 'given name', 'first name', 'firstname', 'givenname', 'voornamen'],
  familyName: ['achternaam', 'familienaam', 'last name', 'lastname', 'surname', 'family name', 'naam', 'name'],
  email: ['e-mail', 'email', 'e-mailadres', 'emailadres', 'mail', 'mailadres', 'e-mail address', 'email address'],
  phone: [
    'telefoon',
    'telefoonnummer',
    'mobiel',
    'mobiele telefoon',
    'tel',
    'phone',
    'mobile',
    'phone number',
    'werktelefoon',
  ],
  jobTitle: ['functie', 'functienaam', 'functietitel', 'job title', 'function', 'title', 'jobtitle'],
  team: ['team', 'teamnaam', 'afdeling', 'department', 'eenheid', 'cluster', 'organisatieonderdeel'],
  role: ['rol', 'role', 'rollen'],
  homeEmployer: ['werkgever', 'organisatie', 'uitlener', 'employer', 'home employer', 'detacheerder'],
};

/** A guess that a person looks over: every column is taken at most once. */
export function recogniseColumns(headers: readonly string[]): Columns {
  const columns: Columns = {};
  const taken = new Set<number>();
  for (const [column, known] of Object.entries(knownHeaders) as [ImportColumn, readonly string[]][]) {
    const found = headers.findIndex((header, at) => !taken.has(at) && known.includes(plain(header)));
    if (found === -1) continue;
    columns[column] = found;
    taken.add(found);
  }
  return columns;
}

function plain(header: string): string {
  return searchable(header)
    .replaceAll(/[_*:()]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
