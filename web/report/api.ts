import type { AnswerOf } from '../../contract/endpoint.ts';
import type { firstScreen, listDrafts, noteSignal, openDraft, reportIncident } from '../../contract/incident.ts';
import type {
  getMe,
  listConfidentialAdvisers,
  listLocations,
  listWhoToCall,
  searchPeople,
} from '../../contract/organisation.ts';
import type { getDefaultMatrix, getMatrix, listPlaybooks } from '../../contract/protocol.ts';
import type { FoundColleague } from '../components/PeoplePicker.tsx';
import { noteServerTime } from '../session/now.ts';

/** The answers this lean page reads: types of the contract only, so that no validation library comes along. */
export type Me = AnswerOf<typeof getMe>;
export type Locations = AnswerOf<typeof listLocations>['locations'];
export type Matrix = AnswerOf<typeof getDefaultMatrix>;
export type VersionedMatrix = AnswerOf<typeof getMatrix>;
export type Playbooks = AnswerOf<typeof listPlaybooks>['playbooks'];
export type FirstScreen = AnswerOf<typeof firstScreen>;
export type WhoToCall = AnswerOf<typeof listWhoToCall>['people'];
export type ConfidentialAdvisers = AnswerOf<typeof listConfidentialAdvisers>['advisers'];
export type FoundPeople = AnswerOf<typeof searchPeople>;
export type Drafts = AnswerOf<typeof listDrafts>['drafts'];
export type OpenedDraft = AnswerOf<typeof openDraft>;
export type Reported = AnswerOf<typeof reportIncident>;
export type Noted = AnswerOf<typeof noteSignal>;

/** What went wrong, as the server says it; `unreachable` when there was no answer at all. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly sentence: { readonly nl: string; readonly en: string };
  readonly errors: readonly { pointer: string; nl: string; en: string }[];
  readonly traceId: string | null;
}

export type Answered<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly problem: Problem };

const unreachable: Problem = {
  status: 0,
  code: 'unreachable',
  sentence: {
    nl: 'We konden de server niet bereiken. Wat je typte staat er nog.',
    en: 'We could not reach the server. What you typed is still here.',
  },
  errors: [],
  traceId: null,
};

/** There is no connection, or one that says nothing: what must not be lost goes another way. */
const noConnection: Problem = { ...unreachable, code: 'no-connection' };
const patienceMs = 20_000;

export function read<Body>(path: string): Promise<Answered<Body>> {
  return ask<Body>(path, { method: 'GET' });
}

/** `key` names what the person does: the same key again is the same deed, however often the network makes us repeat it. */
export function write<Body>(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  key: string,
  body?: unknown,
): Promise<Answered<Body>> {
  const headers: Record<string, string> = { 'Idempotency-Key': key };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  return ask<Body>(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

async function ask<Body>(path: string, init: RequestInit): Promise<Answered<Body>> {
  const signal = AbortSignal.timeout(patienceMs);
  const answer = await fetch(`/api/v1${path}`, { ...init, signal }).catch(() => null);
  if (answer === null) return { ok: false, problem: noConnection };
  noteServerTime(answer.headers.get('date'));
  try {
    const body: unknown = await answer.json();
    return answer.ok ? { ok: true, body: body as Body } : { ok: false, problem: problemIn(body, answer.status) };
  } catch {
    return { ok: false, problem: unreachable };
  }
}

/** Only what the server of this same release says is read here; a proxy in between may answer anything, so nothing is taken for granted. */
function problemIn(body: unknown, status: number): Problem {
  const told = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise);
  const errors = Array.isArray(told.errors) ? told.errors : [];
  return {
    status,
    code: text(told.code, 'broken'),
    sentence: {
      nl: text(told.nl, text(told.detail, unreachable.sentence.nl)),
      en: text(told.en, text(told.detail, unreachable.sentence.en)),
    },
    errors: errors.map((error: Record<string, unknown>) => ({
      pointer: text(error.pointer, ''),
      nl: text(error.nl, ''),
      en: text(error.en, ''),
    })),
    traceId: typeof told.traceId === 'string' ? told.traceId : null,
  };
}

/** Names go in the body of a request, never in an address. */
export async function findColleagues(name: string): Promise<readonly FoundColleague[]> {
  const answered = await write<FoundPeople>('POST', '/people/search', crypto.randomUUID(), { name, limit: 20 });
  if (!answered.ok) return [];
  return answered.body.people.map(({ id, name: found, teams, jobTitle }) => ({
    id,
    name: found,
    team: teams.map((team) => team.name).join(', ') || jobTitle,
  }));
}
