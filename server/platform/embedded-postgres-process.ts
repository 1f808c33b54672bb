import fs from 'node:fs';
import path from 'node:path';

/** What PostgreSQL writes about itself: process id on line 1, port on line 4. Undefined while there is no (whole) file. */
export function readPostmasterFile(cluster: string): { pid: number; port: number } | undefined {
  try {
    const lines = fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid > 0 && port > 0 ? { pid, port } : undefined;
  } catch {
    return undefined;
  }
}

/** A pid that answers is not proof: it can be a zombie that nobody reaps, or another process that got the same number. */
export function isPostmasterAlive(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' && looksLikePostgres(pid, cluster);
  }
  return looksLikePostgres(pid, cluster);
}

/**
 * PostgreSQL clears the file of a crash by itself, and then waits for old backends. Only when the pid in it exists, but as a zombie or
 * as another program, it refuses to start: then we clear the file, once no process works in the cluster any more.
 */
export function clearMisleadingPostmasterFile(cluster: string): void {
  const left = readPostmasterFile(cluster);
  if (!left || process.platform !== 'linux' || !fs.existsSync(`/proc/${left.pid}`)) return;
  if (!looksLikePostgres(left.pid, cluster) && !isClusterInUse(cluster))
    fs.rmSync(path.join(cluster, 'postmaster.pid'));
}

function isClusterInUse(cluster: string): boolean {
  const processes = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.some((pid) => worksIn(`/proc/${pid}/cwd`) === cluster);
}

function worksIn(link: string): string | undefined {
  try {
    return fs.readlinkSync(link);
  } catch {
    return undefined;
  }
}

function looksLikePostgres(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    // "1234 (postgres) S …": the name between parentheses, then the state.
    const [, name, state] = /\((.*)\) (\w)/.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    if (name !== 'postgres' || state === 'Z') return false;
    // A server works in its own cluster. In a container we may not be allowed to see where; then the name must do.
    return (worksIn(`/proc/${pid}/cwd`) ?? cluster) === cluster;
  } catch {
    return false;
  }
}
