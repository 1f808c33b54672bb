// `npm run import -- people.csv`: adds and changes people from a file, as an administrator does in the browser; nobody is removed.
// `npm run import -- register.csv --mapping mapping.json`: takes an older register of incidents over, as the coordinator does.
// --try only says what it would do, --skip-problems leaves out rows that cannot be read, --employer "Name" says whose people they are.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { organisationRefusals } from '../organisation/index.ts';
import { bringIn, preview, trial } from '../organisation/people-import/import-people.ts';
import { createVault, openDatabase, type Refused, systemClock, type Tx } from '../platform/index.ts';
import { withClient } from '../platform/with-client.ts';
import { type CommandNeeds, CommandProblem, runCommand } from './command.ts';
import { importRegister } from './import-register.ts';

interface Wishes {
  readonly file: string;
  readonly employer: string | undefined;
  readonly onlyTries: boolean;
  readonly skipProblems: boolean;
  readonly mapping: string | undefined;
  readonly as: string | undefined;
}

type Register = Wishes & { readonly mapping: string };

await runCommand(async ({ installation, args }) => {
  const wishes = readWishes(args);
  if (wishes.mapping !== undefined) return takeRegisterOver(installation, { ...wishes, mapping: wishes.mapping });
  const file = fs.readFileSync(wishes.file).toString('base64');
  const employerId = await employerFor(installation, wishes.employer);
  const database = openDatabase({ ...installation.urls, functions: { granteesOf: 'organisation.grantees_of' } });
  try {
    const context = { role: 'app', employerId, personId: null, now: systemClock() } as const;
    await database.transact(context, (tx) => importFile(tx, file, wishes));
  } finally {
    await database.end();
  }
});

function readWishes(args: readonly string[]): Wishes {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      employer: { type: 'string' },
      try: { type: 'boolean' },
      'skip-problems': { type: 'boolean' },
      mapping: { type: 'string' },
      as: { type: 'string' },
    },
  });
  const [file] = positionals;
  if (!file || !fs.existsSync(file)) throw new CommandProblem('Say which file: npm run import -- people.csv');
  return {
    file,
    employer: values.employer,
    onlyTries: values.try ?? false,
    skipProblems: values['skip-problems'] ?? false,
    mapping: values.mapping,
    as: values.as,
  };
}

async function takeRegisterOver(installation: CommandNeeds['installation'], wishes: Register): Promise<void> {
  const employerId = await employerFor(installation, wishes.employer);
  const database = openDatabase(installation.urls);
  const vault = createVault(installation.keys);
  try {
    await importRegister(
      { vault },
      (work) => database.transact({ role: 'worker', employerId, now: systemClock(), jobKind: 'import-command' }, work),
      wishes,
    );
  } finally {
    await database.end();
  }
}

async function employerFor({ urls }: CommandNeeds['installation'], name: string | undefined): Promise<string> {
  const employers = await withClient(urls.owner, async (client) => {
    const { rows } = await client.query<{ id: string; name: string }>(
      'select id, name from organisation.employer order by name',
    );
    return rows;
  });
  const chosen = name === undefined ? employers : employers.filter((employer) => employer.name === name);
  const [only, another] = chosen;
  if (only && !another) return only.id;
  if (employers.length === 0)
    throw new CommandProblem('There is no organisation yet; set one up in the browser first.');
  throw new CommandProblem(
    `Say whose people: --employer "${employers.map((employer) => employer.name).join('", or "')}".`,
  );
}

async function importFile(tx: Tx, file: string, { onlyTries, skipProblems }: Wishes): Promise<void> {
  const { columns } = accepted(preview({ file }));
  const expected = accepted(await trial(tx, { file, columns }));
  for (const { row, column, en } of expected.problems) console.error(`Row ${row}${column ? `, ${column}` : ''}: ${en}`);
  const outcome = onlyTries ? expected : accepted(await bringIn(tx, { file, columns, skipProblems }));
  const { added, changed, unchanged, teamsAdded, skipped } = outcome;
  const counts = `${added} added, ${changed} changed, ${unchanged} as they were, ${teamsAdded} new teams, ${skipped} skipped`;
  console.log(onlyTries ? `It would be: ${counts}. Nothing was changed.` : `${counts}.`);
}

function accepted<T extends object>(answer: T | Refused): T {
  if (!('refused' in answer)) return answer;
  const sentences: Readonly<Record<string, { readonly en: string } | undefined>> = organisationRefusals;
  throw new CommandProblem(sentences[answer.refused]?.en ?? answer.refused);
}
