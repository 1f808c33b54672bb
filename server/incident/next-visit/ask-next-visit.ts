import type { AnswerOf, BodyOf } from '../../../contract/endpoint.ts';
import {
  type ApproachWay,
  approachWays,
  type askNextVisit as endpoint,
  type VisitPurpose,
} from '../../../contract/incident.ts';
import { countTry } from '../../identity/index.ts';
import { colleagueRef, holdersOf } from '../../organisation/index.ts';
import { Forbidden, newId, type Refused, type Tx } from '../../platform/index.ts';
import type { Flaw, Flawed } from '../flaws.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { citizenServiceNumbersIn } from '../free-text.ts';
import { dutchDay } from '../rules/dutch-day.ts';
import { fingerprintsOf, sealedAsApproach } from './approach-rows.ts';
import { askedBy, type Lacking, lackingIn } from './visit-keys.ts';

type Asking = BodyOf<typeof endpoint>;
type Answer = AnswerOf<typeof endpoint>;

interface Found {
  readonly approachId: string;
  readonly incidentId: string;
  readonly ways: ApproachWay[];
  readonly sealedWords: Buffer | null;
  readonly untilOn: string;
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string | null;
  readonly isGone: boolean;
}

const fieldOf: Record<Lacking, string> = {
  'whole-name': 'name',
  'first-letter': 'name',
  'birthday-or-address': 'bornOn',
};

/** For a colleague who is about to meet somebody: what was agreed, or nothing. Each question is on the record, and counts. */
export async function askNextVisit(
  { vault }: Pick<FollowUpNeeds, 'vault'>,
  tx: Tx,
  personId: string,
  { purpose, ...who }: Asking,
): Promise<Answer | Flawed | Refused<'too-many-tries'>> {
  const { isOne } = await tx.row<{ isOne: boolean }>('select incident.is_colleague() as "isOne"');
  if (!isOne) throw new Forbidden('only colleagues of this employer ask');
  const flaws = flawsIn(who);
  if (flaws.length > 0) return { flaws };
  const tooMany = await countTry(tx, 'next-visit', personId);
  if (tooMany) return tooMany;
  const found = await tx.rows<Found>(
    `select approach_id as "approachId", incident_id as "incidentId", ways, sealed_words as "sealedWords",
       valid_until::text as "untilOn", given_name as "givenName", family_name as "familyName",
       person_id as "personId", phone, is_gone as "isGone"
     from incident.approaches_for($1, $2) order by approach_id desc`,
    [fingerprintsOf(vault, tx, askedBy(who)), dutchDay(tx.now)],
  );
  await putOnRecord(tx, personId, purpose, found);
  return { approach: found.length === 0 ? null : await together(vault, tx, found) };
}

function flawsIn(who: Omit<Asking, 'purpose'>): Flaw[] {
  const lacking = lackingIn(who);
  return [...(lacking ? [{ path: [fieldOf[lacking]], code: lacking }] : []), ...citizenServiceNumbersIn(who)];
}

/** Of several dossiers it is one agreement: all that was agreed, until the first of them ends. Nobody hears how many there are. */
async function together(
  vault: FollowUpNeeds['vault'],
  tx: Tx,
  found: readonly Found[],
): Promise<NonNullable<Answer['approach']>> {
  const keys = await vault.openDossiers(
    tx,
    found.map(({ incidentId }) => incidentId),
  );
  return {
    ways: approachWays.filter((way) => found.some(({ ways }) => ways.includes(way))),
    words: found.flatMap(({ approachId, incidentId, sealedWords }) => {
      const texts = keys.get(incidentId);
      return texts && sealedWords ? [texts.open(sealedAsApproach(approachId), sealedWords)] : [];
    }),
    untilOn: found.map(({ untilOn }) => untilOn).reduce((one, other) => (one < other ? one : other)),
    ask: await whomToAsk(tx, found),
  };
}

/** Whoever agreed it last; when they have left, the coordinator. */
async function whomToAsk(tx: Tx, found: readonly Found[]): Promise<NonNullable<Answer['approach']>['ask']> {
  const here = found.find(({ isGone }) => !isGone);
  if (here) return { name: colleagueRef({ ...here, id: here.personId }).name, phone: here.phone };
  const [coordinator] = await holdersOf(tx, 'coordinator', tx.now);
  return { name: coordinator?.name ?? '', phone: null };
}

async function putOnRecord(tx: Tx, personId: string, purpose: VisitPurpose, found: readonly Found[]): Promise<void> {
  for (const incidentId of found.length === 0 ? [null] : found.map((each) => each.incidentId)) {
    const lookId = newId();
    await tx.execute(
      `insert into incident.visit_look (id, employer_id, person_id, at, purpose, incident_id, is_found)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [lookId, tx.employerId, personId, tx.now, purpose, incidentId, incidentId !== null],
    );
    await tx.recordAudit({
      action: 'next-visit-asked',
      objectKind: 'visit-look',
      objectId: lookId,
      ...(incidentId !== null && { incidentId }),
      detail: { purpose, isFound: incidentId !== null },
    });
  }
}
