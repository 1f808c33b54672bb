import { describe, expect, it } from 'vitest';
import type { IncidentState } from '../../../contract/incident-words.ts';
import { close, correct, type Incident, isOpen, makeContact, reopen, takeUp } from './incident-states.ts';

const at = (time: string) => new Date(`2026-11-24T${time}:00+01:00`);
const takenUp = { takenUpBy: 'henk', takenUpAt: at('10:05') };
const spoken = { ...takenUp, contactAt: at('10:30') };

const inState: Record<IncidentState, Incident> = {
  reported: { state: 'reported' },
  taken_up: { state: 'taken_up', ...takenUp },
  in_follow_up: { state: 'in_follow_up', ...spoken },
  closed: { state: 'closed', ...spoken, closedAt: at('16:00') },
  corrected: { state: 'corrected', reason: 'wrong_person' },
};
const states = Object.keys(inState) as IncidentState[];

const outcome = (result: Incident | { readonly refused: string }) =>
  'refused' in result ? result.refused : result.state;

/** Every act in every state: what comes out of it. */
const acts: Record<
  string,
  { act: (incident: Incident) => Incident | { readonly refused: string }; outcomes: Record<IncidentState, string> }
> = {
  'taking it up': {
    act: (incident) => takeUp(incident, 'marijke', at('11:00'), false),
    outcomes: {
      reported: 'taken_up',
      taken_up: 'already-taken-up',
      in_follow_up: 'already-taken-up',
      closed: 'incident-closed',
      corrected: 'incident-corrected',
    },
  },
  'taking it up after the chain went on': {
    act: (incident) => takeUp(incident, 'marijke', at('11:30'), true),
    outcomes: {
      reported: 'taken_up',
      taken_up: 'taken_up',
      in_follow_up: 'already-taken-up',
      closed: 'incident-closed',
      corrected: 'incident-corrected',
    },
  },
  'speaking with the colleague': {
    act: (incident) => makeContact(incident, 'marijke', at('11:00')),
    outcomes: {
      reported: 'in_follow_up',
      taken_up: 'in_follow_up',
      in_follow_up: 'in_follow_up',
      closed: 'incident-closed',
      corrected: 'incident-corrected',
    },
  },
  closing: {
    act: (incident) => close(incident, at('16:00')),
    outcomes: {
      reported: 'not-taken-up',
      taken_up: 'contact-not-recorded',
      in_follow_up: 'closed',
      closed: 'already-closed',
      corrected: 'incident-corrected',
    },
  },
  reopening: {
    act: reopen,
    outcomes: {
      reported: 'not-closed',
      taken_up: 'not-closed',
      in_follow_up: 'not-closed',
      closed: 'in_follow_up',
      corrected: 'not-closed',
    },
  },
  correcting: {
    act: (incident) => correct(incident, 'criticism_not_aggression'),
    outcomes: {
      reported: 'corrected',
      taken_up: 'corrected',
      in_follow_up: 'corrected',
      closed: 'incident-closed',
      corrected: 'incident-corrected',
    },
  },
};

describe.each(Object.entries(acts))('%s', (_name, { act, outcomes }) => {
  it.each(states)('of what is %s', (state) => {
    expect(outcome(act(inState[state]))).toBe(outcomes[state]);
  });
});

it('whoever speaks with the colleague first has it, without having said so', () => {
  expect(makeContact(inState.reported, 'yusuf', at('10:20'))).toEqual({
    state: 'in_follow_up',
    takenUpBy: 'yusuf',
    takenUpAt: at('10:20'),
    contactAt: at('10:20'),
  });
});

it('whoever took it up keeps it when somebody else speaks with the colleague', () => {
  expect(makeContact(inState.taken_up, 'yusuf', at('10:40'))).toMatchObject({
    takenUpBy: 'henk',
    contactAt: at('10:40'),
  });
});

it('the first contact stays the first', () => {
  expect(makeContact(inState.in_follow_up, 'henk', at('15:00'))).toBe(inState.in_follow_up);
});

it('reopening brings back who had it, and leaves nothing of the closing', () => {
  expect(reopen(inState.closed)).toEqual(inState.in_follow_up);
});

it('nothing of the course is left on what was corrected', () => {
  expect(correct(inState.in_follow_up, 'wrong_person')).toEqual(inState.corrected);
});

it.each(states)('%s is open to work on, or not', (state) => {
  expect(isOpen(inState[state])).toBe(['reported', 'taken_up', 'in_follow_up'].includes(state));
});
