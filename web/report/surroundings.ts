import { useEffect, useState } from 'react';
import { currentDevice } from '../outbox/device.ts';
import type { Device } from '../outbox/store.ts';
import {
  type FirstScreen,
  type Locations,
  type Matrix,
  type Me,
  type Playbooks,
  read,
  type VersionedMatrix,
  type WhoToCall,
} from './api.ts';
import type { WordLists } from './words.ts';

/** What the questions need to know about the reporter's work. Everything may be absent: without a network the report goes on. */
export interface Surroundings {
  /** `known`: who this is; what the questions offer is still on its way. */
  readonly state: 'loading' | 'known' | 'ready';
  readonly me: Me | null;
  /** In whose name this device reports while the server cannot be asked who it is. */
  readonly device: Device | null;
  /** No session: reporting needs to know who you are. */
  readonly isSignedOut: boolean;
  readonly first: FirstScreen | null;
  readonly locations: Locations;
  readonly matrix: Matrix | null;
  readonly callList: WhoToCall;
  readonly playbooks: Playbooks;
  readonly words: WordLists;
}

export const nothingYet: Surroundings = {
  state: 'loading',
  me: null,
  device: null,
  isSignedOut: false,
  first: null,
  locations: [],
  matrix: null,
  callList: [],
  playbooks: [],
  words: [],
};

export function useSurroundings(): Surroundings {
  const [surroundings, setSurroundings] = useState(nothingYet);
  useEffect(() => {
    let isWanted = true;
    const show = (found: Surroundings) => isWanted && setSurroundings(found);
    void lookAround().then(async (known) => {
      show(known);
      if (known.state === 'known') show({ ...known, ...(await lookInside()), state: 'ready' });
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return surroundings;
}

/** Somebody to report as: signed in, or known to this device while there is no connection. */
export function isSomebody({ me, device }: Pick<Surroundings, 'me' | 'device'>): boolean {
  return me !== null || device !== null;
}

async function lookAround(): Promise<Surroundings> {
  const [first, me, defaultMatrix] = await Promise.all([
    read<FirstScreen>('/first-screen'),
    read<Me>('/me'),
    read<Matrix>('/protocol/matrix/default'),
  ]);
  const isOutOfReach = !me.ok && me.problem.status === 0;
  // A browser without storage keeps no keys.
  const device = isOutOfReach ? await currentDevice().catch(() => undefined) : undefined;
  const known: Surroundings = {
    ...nothingYet,
    state: 'known',
    device: device ?? null,
    first: first.ok ? first.body : null,
    me: me.ok ? me.body : null,
    isSignedOut: !me.ok && me.problem.status === 401,
    matrix: defaultMatrix.ok ? defaultMatrix.body : null,
  };
  return isSomebody(known) ? known : { ...known, state: 'ready' };
}

async function lookInside(): Promise<Partial<Surroundings>> {
  const [locations, matrix, callList, playbooks, words] = await Promise.all([
    read<{ locations: Locations }>('/locations'),
    read<VersionedMatrix>('/protocol/matrix'),
    read<{ people: WhoToCall }>('/me/who-to-call'),
    read<{ playbooks: Playbooks }>('/protocol/playbooks'),
    read<{ lists: WordLists }>('/protocol/words'),
  ]);
  return {
    ...(locations.ok ? { locations: locations.body.locations } : {}),
    ...(matrix.ok ? { matrix: matrix.body.content } : {}),
    ...(callList.ok ? { callList: callList.body.people } : {}),
    ...(playbooks.ok ? { playbooks: playbooks.body.playbooks } : {}),
    ...(words.ok ? { words: words.body.lists } : {}),
  };
}
