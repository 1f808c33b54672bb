import http from 'node:http';

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
}

/** So many hands, each sending its next request when the last was answered, for so many seconds. Latencies in milliseconds. */
export async function load(
  url: string,
  next: () => Request,
  { hands, seconds }: { hands: number; seconds: number },
): Promise<Measured> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: hands });
  const latencies: number[] = [];
  const start = performance.now();
  const until = start + seconds * 1000;
  const hand = async () => {
    while (performance.now() < until) {
      const since = performance.now();
      await send(url, next(), agent);
      latencies.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  const elapsed = (performance.now() - start) / 1000;
  agent.destroy();
  const sorted = latencies.sort((one, other) => one - other);
  return { perSecond: sorted.length / elapsed, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

/** Only a 200 counts: a fast refusal is no speed. */
function send(url: string, { method, path, headers, body }: Request, agent: http.Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.request(`${url}${path}`, { method, headers, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve()
          : reject(new Error(`${answer.statusCode}: ${Buffer.concat(parts).toString().slice(0, 400)}`)),
      );
      answer.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((one, other) => one - other),
    0.5,
  );
}
