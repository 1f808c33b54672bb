import { holdsCitizenServiceNumber } from '../../contract/citizen-service-number.ts';
import { matrixFits } from '../../contract/norm-matrix.ts';
import { dutchMoment, isRealDate, onDutchClock } from '../text/dutchClock.ts';
import type { Draft } from './draft.ts';
import type { StepName } from './steps.ts';

/** What to look at again; each has its sentence in the texts. */
export type Complaint =
  | 'say-what-happened'
  | 'name-the-child'
  | 'choose-colleague'
  | 'choose-when'
  | 'date-does-not-exist'
  | 'in-the-future'
  | 'choose-where'
  | 'too-long'
  | 'citizen-service-number';

export interface FieldComplaint {
  readonly fieldId: string;
  readonly complaint: Complaint;
}

export const longestStory = 20_000;
const longestLine = 500;

/** Looks at one page before the next opens. "Weet ik niet" is always a good answer, so little is ever asked again. */
export function checkStep(step: StepName, draft: Draft, now: Date, { isOffline = false } = {}): FieldComplaint[] {
  switch (step) {
    case 'what':
      return checkWhat(draft);
    case 'whom':
      // Colleagues cannot be looked up then; who it was can be told in words, and be added later.
      return isOffline ? [] : checkWhom(draft);
    case 'when':
      // Nobody tells a phone without a connection that its clock is wrong: the server looks at the moment.
      return checkWhen(draft, now).filter(({ complaint }) => !isOffline || complaint !== 'in-the-future');
    case 'where':
      return [
        ...(draft.place === null ? [complain('place', 'choose-where')] : []),
        ...checkText('placeText', draft.placeText, longestLine),
      ];
    case 'who':
      return checkText('aggressorText', draft.aggressorText, longestLine);
  }
}

function checkWhat(draft: Draft): FieldComplaint[] {
  const story = checkText('story', draft.story, longestStory);
  if (matrixFits(draft.kind)) {
    const nothingSaid = draft.columns.length === 0 && draft.story.trim() === '';
    return [...(nothingSaid ? [complain('columns', 'say-what-happened')] : []), ...story];
  }
  return [
    ...(draft.childName.trim() === '' ? [complain('childName', 'name-the-child')] : []),
    ...checkText('childName', draft.childName, longestLine),
    ...checkText('childLastSeen', draft.childLastSeen, longestLine),
    ...checkText('childWhoKnows', draft.childWhoKnows, longestLine),
    ...story,
  ];
}

function checkWhom(draft: Draft): FieldComplaint[] {
  const needsNames = draft.target === 'colleague' || draft.target === 'office_holder';
  return needsNames && draft.victims.length === 0 ? [complain('victims', 'choose-colleague')] : [];
}

function checkWhen(draft: Draft, now: Date): FieldComplaint[] {
  if (draft.when === null) return [complain('when', 'choose-when')];
  if (draft.when === 'other') {
    if (!isRealDate(draft.date)) return [complain('date', 'date-does-not-exist')];
    const at = dutchMoment(draft.date, draft.time || '00:00');
    return at > now ? [complain('date', 'in-the-future')] : [];
  }
  const today = onDutchClock(now).date;
  const isLater = draft.when === 'today' && draft.time !== '' && dutchMoment(today, draft.time) > now;
  return isLater ? [complain('time', 'in-the-future')] : [];
}

function checkText(fieldId: string, text: string, longest: number): FieldComplaint[] {
  if (text.length > longest) return [complain(fieldId, 'too-long')];
  return holdsCitizenServiceNumber(text) ? [complain(fieldId, 'citizen-service-number')] : [];
}

const complain = (fieldId: string, complaint: Complaint): FieldComplaint => ({ fieldId, complaint });
