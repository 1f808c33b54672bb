import type { BodyOf } from '../../../contract/endpoint.ts';
import type { closeIncident, NotDiscussedReason, VictimWish } from '../../../contract/incident.ts';
import type { Colleague } from '../../components/PeoplePicker.tsx';
import { isRealDate } from '../../text/dutchClock.ts';

/** What is filled in so far on the closing page. */
export interface Closing {
  readonly conclusion: string;
  readonly discussed: 'yes' | 'no' | null;
  readonly on: string;
  readonly attendees: readonly Colleague[];
  readonly notBecause: NotDiscussedReason | null;
  readonly victimWish: VictimWish | null;
  readonly acceptOpenItems: boolean;
}

export const noAnswers: Closing = {
  conclusion: '',
  discussed: null,
  on: '',
  attendees: [],
  notBecause: null,
  victimWish: null,
  acceptOpenItems: false,
};

/** What the team discussed already need not be filled in again. */
export function withMeeting(closing: Closing, discussedOn: string | null): Closing {
  return discussedOn === null ? closing : { ...closing, discussed: 'yes', on: discussedOn };
}

type Complaint = 'fillConclusion' | 'fillDiscussed' | 'fillMeeting' | 'fillReason' | 'fillWish';

/** All that is missing, in the order of the page. */
export function checkClosing(closing: Closing): { fieldId: string; complaint: Complaint }[] {
  const missing: { fieldId: string; complaint: Complaint }[] = [];
  if (!closing.conclusion.trim()) missing.push({ fieldId: 'conclusion', complaint: 'fillConclusion' });
  if (closing.discussed === null) missing.push({ fieldId: 'discussed', complaint: 'fillDiscussed' });
  if (closing.discussed === 'yes' && !isRealDate(closing.on)) missing.push({ fieldId: 'on', complaint: 'fillMeeting' });
  if (closing.discussed === 'yes' && closing.attendees.length === 0)
    missing.push({ fieldId: 'attendees', complaint: 'fillMeeting' });
  if (closing.discussed === 'no' && !closing.notBecause)
    missing.push({ fieldId: 'notBecause', complaint: 'fillReason' });
  if (!closing.victimWish) missing.push({ fieldId: 'victimWish', complaint: 'fillWish' });
  return missing;
}

/** The closure as the contract asks it; only for what `checkClosing` found whole. */
export function toClosure(closing: Closing): BodyOf<typeof closeIncident> {
  return {
    conclusion: closing.conclusion,
    discussed:
      closing.discussed === 'yes'
        ? { on: closing.on, attendeeIds: closing.attendees.map(({ id }) => id) }
        : { notBecause: closing.notBecause ?? 'other' },
    victimWish: closing.victimWish ?? 'not_applicable',
    acceptOpenItems: closing.acceptOpenItems,
  };
}
