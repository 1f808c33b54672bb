import type { Tx } from '../../platform/index.ts';
import type { Chain, ChainCandidate } from '../rules/escalation-chain.ts';
import type { Urgency } from '../rules/severity.ts';

export interface StoredChain {
  readonly chain: Chain;
  readonly urgency: Urgency;
}

interface ChainRow {
  readonly state: Chain['state'];
  readonly urgency: Urgency;
  readonly round: number;
  readonly step: number;
  readonly told: string | null;
  readonly nextAt: Date | null;
  readonly contactDueAt: Date;
  readonly endedAt: Date | null;
  readonly calledThisRound: string[];
}

/** Holds the chain: of a job that tells the next one and a person who takes it up, one waits for the other. */
export async function lockChain(tx: Tx, incidentId: string): Promise<StoredChain | undefined> {
  const row = await tx.maybeRow<ChainRow>(
    `select c.state, c.urgency, c.round, c.step, c.told_person_id as told, c.next_at as "nextAt",
       c.contact_due_at as "contactDueAt", c.ended_at as "endedAt",
       array(select k.person_id from incident.chain_call k
             where k.incident_id = c.incident_id and k.round = c.round order by k.step) as "calledThisRound"
     from incident.chain c where c.incident_id = $1
     for no key update of c`,
    [incidentId],
  );
  return row && { chain: chainFrom(row), urgency: row.urgency };
}

export async function addChain(tx: Tx, incidentId: string, chain: Chain, urgency: Urgency): Promise<void> {
  await tx.execute(
    `insert into incident.chain (incident_id, employer_id, urgency, state, round, step, told_person_id, next_at, contact_due_at, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [incidentId, tx.employerId, urgency, ...stateColumns(chain)],
  );
}

export async function saveChain(tx: Tx, incidentId: string, chain: Chain): Promise<void> {
  await tx.execute(
    `update incident.chain set state = $2, round = $3, step = $4, told_person_id = $5, next_at = $6, contact_due_at = $7, ended_at = $8
     where incident_id = $1`,
    [incidentId, ...stateColumns(chain)],
  );
}

export async function addCall(
  tx: Tx,
  incidentId: string,
  callId: string,
  call: ChainCandidate,
  { round, step }: Chain,
): Promise<void> {
  await tx.execute(
    `insert into incident.chain_call (id, employer_id, incident_id, person_id, role, round, step, told_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [callId, tx.employerId, incidentId, call.personId, call.role, round, step, tx.now],
  );
}

function chainFrom({ state, nextAt, endedAt, ...row }: ChainRow): Chain {
  const course = {
    round: row.round,
    step: row.step,
    told: row.told,
    calledThisRound: row.calledThisRound,
    contactDueAt: row.contactDueAt,
  };
  if (state === 'ended') return { ...course, state, endedAt: present(endedAt) };
  return { ...course, state, nextAt: present(nextAt) };
}

function stateColumns(chain: Chain): readonly unknown[] {
  const nextAt = chain.state === 'ended' ? null : chain.nextAt;
  const endedAt = chain.state === 'ended' ? chain.endedAt : null;
  return [chain.state, chain.round, chain.step, chain.told, nextAt, chain.contactDueAt, endedAt];
}

/** The table's own check says that it is there. */
function present(moment: Date | null): Date {
  if (moment === null) throw new Error('A chain that goes on has a next moment; one that ended has its end');
  return moment;
}
