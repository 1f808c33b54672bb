import { describe, expect, it } from 'vitest';
import { Deadline } from '../../../contract/protocol.ts';
import { nl } from '../text.nl.ts';
import { contactTermOf, countOf, deadlineInWords, deadlineKinds, deadlineOf, kindOf } from './deadlines.ts';

describe('a deadline', () => {
  it.each(deadlineKinds)('of %s is chosen and read back as it was', (kind) => {
    const deadline = deadlineOf(kind);
    expect(Deadline.safeParse(deadline).success).toBe(true);
    expect(kindOf(deadline)).toBe(kind);
    expect(deadlineOf(kind, countOf(deadline))).toEqual(deadline);
  });

  it.each([
    [deadlineOf('minutes', 60), 'binnen 60 minuten'],
    [deadlineOf('hours_incident', 48), '48 uur na het voorval'],
    [deadlineOf('today'), 'vandaag nog'],
    [deadlineOf('working_days', 1), 'volgende werkdag'],
    [deadlineOf('working_days', 5), 'binnen 5 werkdagen'],
  ] as const)('is told as a person would: %o', (deadline, told) => {
    expect(deadlineInWords(deadline, nl.playbook.deadlines)).toBe(told);
  });

  it('of the contact is one of a task too', () => {
    expect(Deadline.safeParse(contactTermOf('minutes')).success).toBe(true);
    expect(Deadline.safeParse(contactTermOf('working_days', 2)).success).toBe(true);
  });
});
