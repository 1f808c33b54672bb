import type { Method } from '../../contract/endpoint.ts';
import { noteServerTime } from './now.ts';
import { Problem } from './problem.ts';

export interface ApiRequest {
  method: Method;
  /** Below `/api/v1`, filled in: `/incidents/0192…/take-up`. */
  path: string;
  query?: Readonly<Record<string, unknown>> | undefined;
  body?: unknown;
  /** One per thing a person does: sent again with the same key, the server does it once. */
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * The one place where we talk to the server. Carries no schemas, so the lean report entry uses it as it is, with types from the
 * contract: `request<AnswerOf<typeof reportIncident>>({ … })`. Throws a `Problem` and nothing else.
 */
export async function request<Answer>(asked: ApiRequest): Promise<Answer> {
  const response = await send(asked);
  if (!response.ok) throw await Problem.from(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

async function send({ method, path, query, body, idempotencyKey, signal }: ApiRequest): Promise<Response> {
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (idempotencyKey) headers.set('idempotency-key', idempotencyKey);
  const asked: RequestInit = { method, headers, credentials: 'same-origin' };
  if (body !== undefined) asked.body = JSON.stringify(body);
  if (signal) asked.signal = signal;
  try {
    const response = await fetch(`/api/v1${path}${queryString(query)}`, asked);
    noteServerTime(response.headers.get('date'));
    return response;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw Problem.unreachable();
  }
}

function queryString(query: ApiRequest['query']): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') words.set(name, String(value));
  }
  return words.size > 0 ? `?${words}` : '';
}

/** `/incidents/{incidentId}` with its parameters filled in. */
export function filledPath(path: string, params: Readonly<Record<string, unknown>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
}
