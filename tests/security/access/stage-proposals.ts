import { cast, employer } from '../../../database/demo/cast.ts';
import { rulesToBeginWith } from '../../../server/incident/patterns/find-pattern.ts';
import { newId } from '../../../server/platform/index.ts';
import type { Town } from '../../support/town.ts';

/** Proposed as the job would: who did it is on the dossier, and once more. */
export async function stageSamePerson(town: Town, incidentId: string, at: Date): Promise<string> {
  const sameId = newId();
  const [one, other] = [newId(), newId()].sort();
  const involved = `insert into incident.involved (id, employer_id, incident_id, role, knowledge, added_by, added_at)
    values ($1, $2, $3, 'aggressor', 'unknown', $4, $5)`;
  for (const id of [one, other]) await town.look(involved, [id, employer.id, incidentId, cast.fatima.id, at]);
  await town.look(
    `insert into incident.same_person (id, employer_id, one_id, one_incident_id, other_id, other_incident_id, why, found_at)
     values ($1, $2, $3, $4, $5, $4, '{name}', $6)`,
    [sameId, employer.id, one, incidentId, other, at],
  );
  await town.look(
    `insert into incident.same_person_decision (id, employer_id, one_id, one_incident_id, other_id, other_incident_id,
       decision, decided_at, decided_by)
     values ($1, $2, $3, $4, $5, $4, 'proposed', $6, $7)`,
    [newId(), employer.id, one, incidentId, other, at, cast.yusuf.id],
  );
  return sameId;
}

/** As the job would write it, of the note of Fatima and this report; she was asked about it. */
export async function stagePattern(town: Town, noteId: string, incidentId: string, at: Date): Promise<string> {
  const patternId = newId();
  await town.look(
    `insert into incident.pattern (id, employer_id, fact, subject, needed, days, found_at, asked_at)
     values ($1, $2, 'hour', '10', 1, 14, $3, $3)`,
    [patternId, employer.id, at],
  );
  await town.look(
    `insert into incident.pattern_signal (pattern_id, note_id, employer_id, person_id, asked_at)
     values ($1, $2, $3, $4, $5)`,
    [patternId, noteId, employer.id, cast.fatima.id, at],
  );
  await town.look('insert into incident.pattern_report (pattern_id, incident_id, employer_id) values ($1, $2, $3)', [
    patternId,
    incidentId,
    employer.id,
  ]);
  await town.look(
    `insert into incident.signal_rules_version (id, employer_id, version, content, since, created_by)
     values ($1, $2, 1, $3, $4, $5) on conflict do nothing`,
    [newId(), employer.id, JSON.stringify(rulesToBeginWith), at, cast.yusuf.id],
  );
  return patternId;
}
