import { type CastKey, cast, employer } from '../../../database/demo/cast.ts';
import { bitsOf, type Level, levels, type Part } from '../../../server/incident/incident-access.ts';
import { elsewhere } from './strangers.ts';

/** Somebody at a row of the matrix: what they are on the dossier, and so what they may see and do. */
export interface Reader {
  readonly personId: string;
  readonly employerId: string;
  readonly who: CastKey | 'elsewhere';
  /** What makes them see it, if anything does. */
  readonly levels: readonly Level[];
  /** What their open task shows. */
  readonly taskShows: readonly Part[];
  readonly hasTold: boolean;
  readonly isAskedToTell: boolean;
  /** Those on the dossier who are their own people. */
  readonly ownPeople: readonly CastKey[];
  /** Of their own employer. */
  readonly readsLog: boolean;
  readonly coordinates: boolean;
  /** What somebody did stays in their own list of finished work, with the number of the dossier. */
  readonly hasFinishedTask: boolean;
  /** Their session ended with their job. */
  readonly isGone: boolean;
}

type More = Partial<Omit<Reader, 'personId' | 'employerId' | 'who'>>;

/** The rows of the matrix. */
export const readers: Readonly<Record<string, Reader>> = {
  'the reporter': reader('fatima', { levels: ['reports'], hasTold: true }),
  'a victim who told': reader('sanne', { levels: ['suffered'], hasTold: true }),
  'a victim who did not tell yet': reader('ines', { levels: ['suffered'], isAskedToTell: true }),
  'a witness who told': reader('mila', { levels: ['witnessed'], hasTold: true }),
  'a witness who did not tell yet': reader('joris', { levels: ['witnessed'], isAskedToTell: true }),
  'a witness of another team': reader('aylin', { levels: ['witnessed'], hasTold: true }),
  'the manager': manager('henk'),
  'the deputy of the manager': manager('marijke'),
  'who stood in until yesterday': reader('dennis'),
  'who stands in from tomorrow': reader('chantal'),
  'the manager of some people on it': managerOfOthers('willem'),
  'the deputy of that manager': managerOfOthers('robert'),
  'the manager of another team': reader('els'),
  'the coordinator': coordinator('yusuf'),
  'the deputy of the coordinator': coordinator('frank'),
  'reception, with a task': reader('priya', { taskShows: ['place'] }),
  'a peer supporter, with a task': reader('tom', { taskShows: ['people'] }),
  'a colleague with a task': reader('kees', { taskShows: ['place', 'people'] }),
  'a colleague whose task is done': reader('thijs', { hasFinishedTask: true }),
  leadership: reader('karin'),
  'the administrator': reader('bas'),
  'the privacy officer': reader('noor', { readsLog: true }),
  'the prevention worker': reader('joke'),
  'the confidential adviser': reader('ruud'),
  'a guest at the same counter': reader('sami'),
  'a colleague without a part in it': reader('daan'),
  'somebody who left': reader('noa', { isGone: true }),
  'somebody of another employer': reader('elsewhere', { readsLog: true, coordinates: true }),
};

export function bitsFor({ levels: held, taskShows }: Reader): number {
  const byTask = taskShows.length > 0 ? bitsOf(['header', ...taskShows]) : 0;
  return held.reduce((bits, level) => bits | bitsOf(levels[level]), byTask);
}

export function has(reader: Reader, part: Part): boolean {
  return (bitsFor(reader) & bitsOf([part])) !== 0;
}

function reader(who: Reader['who'], more: More = {}): Reader {
  const home = who === 'elsewhere' ? elsewhere : { personId: cast[who].id, employerId: employer.id };
  return {
    ...home,
    who,
    levels: [],
    taskShows: [],
    hasTold: false,
    isAskedToTell: false,
    ownPeople: [],
    readsLog: false,
    coordinates: false,
    hasFinishedTask: false,
    isGone: false,
    ...more,
  };
}

function manager(who: CastKey): Reader {
  return reader(who, { levels: ['leads'], readsLog: true, ownPeople: ['fatima', 'sanne', 'mila', 'joris'] });
}

function managerOfOthers(who: CastKey): Reader {
  return reader(who, { levels: ['leads_own_people'], ownPeople: ['aylin', 'ines'] });
}

function coordinator(who: CastKey): Reader {
  return reader(who, { levels: ['coordinates'], readsLog: true, coordinates: true });
}
