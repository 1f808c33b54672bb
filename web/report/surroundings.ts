import { useEffect, useState } from 'react';
import {
  type FirstScreen,
  type Locations,
  type Matrix,
  type Me,
  read,
  type VersionedMatrix,
  type WhoToCall,
} from './api.ts';

/** What the questions need to know about the reporter's work. Everything may be absent: without a network the report goes on. */
export interface Surroundings {
  readonly state: 'loading' | 'ready';
  readonly me: Me | null;
  /** No session: reporting needs to know who you are. */
  readonly isSignedOut: boolean;
  readonly first: FirstScreen | null;
  readonly locations: Locations;
  readonly matrix: Matrix | null;
  readonly callList: WhoToCall;
}

const nothingYet: Surroundings = {
  state: 'loading',
  me: null,
  isSignedOut: false,
  first: null,
  locations: [],
  matrix: null,
  callList: [],
};

export function useSurroundings(): Surroundings {
  const [surroundings, setSurroundings] = useState(nothingYet);
  useEffect(() => {
    let isWanted = true;
    lookAround().then((found) => {
      if (isWanted) setSurroundings(found);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return surroundings;
}

async function lookAround(): Promise<Surroundings> {
  const [first, me, defaultMatrix] = await Promise.all([
    read<FirstScreen>('/first-screen'),
    read<Me>('/me'),
    read<Matrix>('/protocol/matrix/default'),
  ]);
  const known: Surroundings = {
    ...nothingYet,
    state: 'ready',
    first: first.ok ? first.body : null,
    me: me.ok ? me.body : null,
    isSignedOut: !me.ok && me.problem.status === 401,
    matrix: defaultMatrix.ok ? defaultMatrix.body : null,
  };
  return me.ok ? { ...known, ...(await lookInside()) } : known;
}

async function lookInside(): Promise<Partial<Surroundings>> {
  const [locations, matrix, callList] = await Promise.all([
    read<{ locations: Locations }>('/locations'),
    read<VersionedMatrix>('/protocol/matrix'),
    read<{ people: WhoToCall }>('/me/who-to-call'),
  ]);
  return {
    ...(locations.ok ? { locations: locations.body.locations } : {}),
    ...(matrix.ok ? { matrix: matrix.body.content } : {}),
    ...(callList.ok ? { callList: callList.body.people } : {}),
  };
}
