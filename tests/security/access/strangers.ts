import { cast, employer } from '../../../database/demo/cast.ts';
import { demoId } from '../../../database/demo/demo-id.ts';
import { newId } from '../../../server/platform/index.ts';
import type { Town } from '../../support/town.ts';

/** Another employer in the same installation, where somebody may do everything. */
export const elsewhere = { employerId: demoId('elders'), personId: demoId('person van elders') } as const;

const rolesElsewhere = ['coordinator', 'administrator', 'privacy_officer', 'leadership', 'reception', 'peer_supporter'];

/** Those whom the cast lacks: who left, who stood in or will, and somebody of another employer. */
export async function addStrangers(town: Town, now: Date): Promise<void> {
  const day = (days: number) => new Date(now.getTime() + days * 86_400_000);
  await town.look('update organisation.person set ended_at = $2 where id = $1', [cast.noa.id, day(-1)]);
  const standIn = `insert into organisation.deputyship (id, employer_id, absent_person_id, deputy_person_id, since, until, created_at)
    values ($1, $2, $3, $4, $5, $6, $5)`;
  await town.look(standIn, [newId(), employer.id, cast.henk.id, cast.dennis.id, day(-9), day(-1)]);
  await town.look(standIn, [newId(), employer.id, cast.henk.id, cast.chantal.id, day(1), day(9)]);
  const { employerId, personId } = elsewhere;
  await town.look(
    `insert into organisation.employer (id, name, sector, created_at)
     values ($1, 'Elders', 'care', $2)`,
    [employerId, now],
  );
  await town.look(
    `insert into organisation.person (id, employer_id, given_name, family_name, created_at)
     values ($1, $2, 'Van', 'Elders', $3)`,
    [personId, employerId, now],
  );
  for (const role of rolesElsewhere) {
    await town.look(
      `insert into organisation.role_holding (id, employer_id, person_id, role, since) values ($1, $2, $3, $4, $5)`,
      [newId(), employerId, personId, role, day(-1)],
    );
  }
}
