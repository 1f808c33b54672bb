import { cast } from '../../../../database/demo/cast.ts';
import { has, type Reader } from '../readers.ts';
import type { StagedDossier } from '../staged-dossier.ts';

/** A write straight to the database, past the program, in the context of somebody. */
export interface Statement {
  readonly name: string;
  /** $1 is the employer, $2 the person, $3 the dossier, $4 a new id, $5 the moment. */
  readonly sql: string;
  readonly more?: (dossier: StagedDossier) => readonly unknown[];
  readonly may: (reader: Reader) => boolean;
}

export const nobody = () => false;
export const acts = (reader: Reader) => has(reader, 'act');
export const seesHead = (reader: Reader) => has(reader, 'header');
export const isConcerned = (reader: Reader) => has(reader, 'othersAccounts');
export const coordinatesHere = ({ coordinates, who }: Reader) => coordinates && who !== 'elsewhere';
export const worksOnIt = (reader: Reader) => acts(reader) || reader.who === 'kees';
export const somebodyElse = () => [cast.gerrit.id];
export const task = ({ taskId }: StagedDossier) => [taskId];

export const insert = (
  table: string,
  columns: string,
  values: string,
  may: Statement['may'],
  more?: Statement['more'],
) => statement(`insert into ${table} (employer_id, ${columns}) values ($1, ${values})`, may, more);
export const ofDossier = (table: string, set: string, may: Statement['may']) =>
  statement(`update incident.${table} set ${set} where incident_id = $3`, may);

export function statement(sql: string, may: Statement['may'], more?: Statement['more']): Statement {
  return { name: sql.replaceAll(/\s+/g, ' '), sql, may, ...(more && { more }) };
}
