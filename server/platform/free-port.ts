import net from 'node:net';

/** Below 32768: above it the system hands out ports to outgoing connections, which could take ours while we restart. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = 15_000 + Math.floor(Math.random() * 17_700);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port found between 15000 and 32700.');
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
