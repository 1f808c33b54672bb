import type { Environment } from './platform/environment.ts';

export interface Arrival {
  /** Printed for whoever sets up an installation without an organisation. */
  readonly setUpCode?: string | undefined;
  /** The accounts of the demonstration, as the database has them. */
  readonly cast?: readonly Member[] | undefined;
}

interface Member {
  readonly name: string;
  readonly jobTitle: string;
  readonly employerName: string;
}

/** What the person at the keyboard reads once the program runs. */
export function greeting({ role, publicUrl }: Environment, { setUpCode, cast = [] }: Arrival): string {
  if (role === 'worker') return 'Rugdekking works on what is due.';
  const lines = ['', `  Rugdekking runs on ${publicUrl}`, ''];
  if (setUpCode) lines.push(`  Set it up at ${publicUrl}/instellen with this code: ${setUpCode}`, '');
  if (cast.length > 0) {
    const width = Math.max(...cast.map(({ name }) => name.length));
    lines.push(`  This is a demonstration; nobody in it exists. Step in at ${publicUrl}/demo as:`, '');
    for (const [employerName, members] of Map.groupBy(cast, (member) => member.employerName)) {
      lines.push(`  ${employerName}`);
      lines.push(...members.map(({ name, jobTitle }) => `    ${name.padEnd(width)}   ${jobTitle}`), '');
    }
  }
  return lines.join('\n');
}
