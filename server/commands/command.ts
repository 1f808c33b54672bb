import { type Environment, EnvironmentProblem, readEnvironment } from '../platform/environment.ts';
import { type Installation, type OpenOptions, openInstallation } from '../platform/installation.ts';
import { KeyProblem } from '../platform/keys.ts';

/** Says what went wrong in one sentence when the one who gave the command can do something about it. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem';
}

export interface CommandNeeds {
  readonly environment: Environment;
  readonly installation: Installation;
  readonly args: readonly string[];
}

/** Runs one command against this installation: a server that runs is used, else one is started for as long as it takes. */
export async function runCommand(
  work: (needs: CommandNeeds) => Promise<void>,
  options: (args: readonly string[]) => Partial<OpenOptions> = () => ({}),
): Promise<void> {
  process.once('disconnect', () => process.exit(1));
  process.channel?.unref();
  try {
    const environment = readEnvironment(process.env, []);
    const args = process.argv.slice(2);
    const installation = await openInstallation(environment, { say: console.error, ...options(args) });
    try {
      await work({ environment, installation, args });
    } finally {
      await installation.close();
    }
  } catch (error) {
    const isTheirs = [CommandProblem, EnvironmentProblem, KeyProblem].some((kind) => error instanceof kind);
    console.error(isTheirs && error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
