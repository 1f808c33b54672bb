import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import type {
  changeSignalRules as changeEndpoint,
  getSignalRules as readEndpoint,
  SignalRules,
} from '../../../contract/incident.ts';
import { newId, type Refused, refuse, type Tx } from '../../platform/index.ts';
import { type Named, refOf } from '../person-ref.ts';
import { requireCoordinator } from '../require-coordinator.ts';
import { rulesToBeginWith } from './find-pattern.ts';

interface KeptRules {
  readonly version: number;
  readonly since: Date;
  readonly by: Named;
  readonly rules: Partial<SignalRules>;
}

/** The rules that count now, and who chose them. Version zero: the organisation never chose its own. */
export async function readSignalRules(tx: Tx): Promise<AnswerOf<typeof readEndpoint>> {
  const newest = await newestRules(tx);
  if (!newest) return { version: 0, sinceAt: null, by: null, rules: rulesToBeginWith };
  const { version, since, by, rules } = newest;
  // What was chosen before a rule was there says nothing about it: then it is as the program begins.
  return { version, sinceAt: since.toISOString(), by: refOf(by), rules: { ...rulesToBeginWith, ...rules } };
}

/** Only for the coordinator. They count from the next note on. */
export async function changeSignalRules(
  tx: Tx,
  { basedOnVersion, rules }: BodyOf<typeof changeEndpoint>,
): Promise<{ version: number } | Refused<'signal-rules-changed-meanwhile'>> {
  await requireCoordinator(tx, 'rules for patterns');
  const before = (await newestRules(tx))?.version ?? 0;
  const [id, version] = [newId(), basedOnVersion + 1];
  if (before !== basedOnVersion || !(await addRules(tx, { id, version, rules }))) {
    return refuse('signal-rules-changed-meanwhile');
  }
  await tx.recordAudit({
    action: 'signal-rules-changed',
    objectKind: 'signal-rules',
    objectId: id,
    detail: { version },
  });
  return { version };
}

async function newestRules(tx: Tx): Promise<KeptRules | undefined> {
  return tx.maybeRow<KeptRules>(
    `select v.version, v.since, v.content as rules,
       json_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name) as by
     from incident.signal_rules_version v
     join organisation.person p on p.employer_id = v.employer_id and p.id = v.created_by
     where v.employer_id = $1 order by v.version desc limit 1`,
    [tx.employerId],
  );
}

/** False when somebody else put that version in force first. */
async function addRules(tx: Tx, added: { id: string; version: number; rules: SignalRules }): Promise<boolean> {
  const rows = await tx.execute(
    `insert into incident.signal_rules_version (id, employer_id, version, content, since, created_by)
     values ($1, $2, $3, $4, $5, $6) on conflict (employer_id, version) do nothing`,
    [added.id, tx.employerId, added.version, JSON.stringify(added.rules), tx.now, tx.personId],
  );
  return rows === 1;
}
