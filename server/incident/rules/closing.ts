import type { NotDiscussedReason, VictimWish } from '../../../contract/incident-words.ts';
import type { Words } from '../../../contract/protocol-words.ts';
import { localDay } from './deadlines.ts';
import type { ResponseTerm } from './response-clock.ts';
import { openItemSentences } from './sentences.ts';

/** What is still to be done on a dossier, told when somebody wants to close it. */
export interface OpenItem {
  readonly kind: 'contact' | 'response' | 'task' | 'account';
  readonly text: Words;
  /** Closing has to wait for it; what does not block may be left undone, said out loud. */
  readonly blocks: boolean;
}

export interface ClosingFacts {
  /** Names of those whom nobody has spoken to yet. */
  readonly notSpokenTo: readonly string[];
  readonly hasContact: boolean;
  readonly response: ResponseTerm;
  readonly openTasks: readonly { readonly code: string; readonly title: Words }[];
  /** Names of those who were asked for their account and have not answered. */
  readonly accountsAsked: readonly string[];
}

/** What blocks comes first. A response that was put off is open, and need not hold up a dossier of an unknown caller for ever. */
export function openItems(facts: ClosingFacts): readonly OpenItem[] {
  const say = openItemSentences;
  const items: readonly OpenItem[] = [
    ...(facts.hasContact ? [] : [{ kind: 'contact', text: say.noContact, blocks: true } as const]),
    ...(isResponseOwed(facts.response) ? [{ kind: 'response', text: say.noResponse, blocks: true } as const] : []),
    ...(facts.response === 'deferred'
      ? [{ kind: 'response', text: say.responseDeferred, blocks: false } as const]
      : []),
    ...(facts.hasContact ? facts.notSpokenTo : []).map(
      (name) => ({ kind: 'contact', text: filledIn(say.notSpokenTo, name), blocks: false }) as const,
    ),
    ...facts.openTasks
      .filter(({ code }) => code !== 'contact' && code !== 'response')
      .map(({ title }) => ({ kind: 'task', text: title, blocks: false }) as const),
    ...facts.accountsAsked.map(
      (name) => ({ kind: 'account', text: filledIn(say.accountAsked, name), blocks: false }) as const,
    ),
  ];
  return items;
}

/** Where it was discussed, or why not. */
export type Discussed =
  | { readonly on: string; readonly attendeeIds: readonly string[] }
  | { readonly notBecause: NotDiscussedReason };

export interface Closing {
  readonly discussed: Discussed;
  readonly victimWish: VictimWish;
  readonly acceptOpenItems: boolean;
}

export type ClosingRefusal =
  | 'contact-not-recorded'
  | 'response-not-sent'
  | 'items-still-open'
  | 'meeting-in-future'
  | 'victim-wish-missing';

/** Why a dossier in follow-up cannot be closed like this; null when it can. */
export function closingRefusal(
  closing: Closing,
  items: readonly OpenItem[],
  hasVictims: boolean,
  now: Date,
): { readonly refused: ClosingRefusal } | null {
  const blocking = items.find(({ blocks }) => blocks);
  if (blocking) return { refused: blocking.kind === 'contact' ? 'contact-not-recorded' : 'response-not-sent' };
  const { discussed, victimWish } = closing;
  if (hasVictims && victimWish === 'not_applicable') return { refused: 'victim-wish-missing' };
  if ('on' in discussed && discussed.on > localDay(now)) return { refused: 'meeting-in-future' };
  return items.length > 0 && !closing.acceptOpenItems ? { refused: 'items-still-open' } : null;
}

function isResponseOwed(response: ResponseTerm): boolean {
  return response === 'running' || response === 'overdue';
}

function filledIn(sentence: Words, name: string): Words {
  return { nl: sentence.nl.replace('{name}', () => name), en: sentence.en.replace('{name}', () => name) };
}
