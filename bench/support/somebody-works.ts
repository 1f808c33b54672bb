import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from './load.ts';

interface Works {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The addresses that are asked in turn. */
  readonly asked: readonly string[];
}

/** Two hands at the pace of a busy office: each asks, waits a moment, and asks the next. */
const HANDS = 2;
const BETWEEN_MS = 40;

/** How long answers take for somebody who goes on working while `work` lasts. In milliseconds. */
export async function whileSomebodyWorks(
  { url, headers, asked }: Works,
  work: () => Promise<unknown>,
): Promise<{ readonly p50: number; readonly p95: number }> {
  const agent = new http.Agent({ keepAlive: true });
  const times: number[] = [];
  let isWorking = true;
  const hand = async (first: number) => {
    for (let turn = first; isWorking; turn += 1) {
      const since = performance.now();
      await get(`${url}${asked[turn % asked.length]}`, headers, agent);
      times.push(performance.now() - since);
      await pause(BETWEEN_MS);
    }
  };
  const hands = Promise.all(Array.from({ length: HANDS }, (_, at) => hand(at)));
  await work();
  isWorking = false;
  await hands;
  agent.destroy();
  const sorted = times.toSorted((one, other) => one - other);
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

function get(url: string, headers: Readonly<Record<string, string>>, agent: http.Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers, agent }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`${answer.statusCode}: ${url}`)),
      );
    });
    request.on('error', reject);
  });
}
