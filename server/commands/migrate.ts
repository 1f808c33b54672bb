// Brings the database up to date and does nothing else: opening the installation is what migrates.
import { runCommand } from './command.ts';

await runCommand(async () => console.log('The database is up to date.'));
