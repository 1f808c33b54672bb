import type { AnswerOf } from '../../../contract/endpoint.ts';
import type { PersonIdentity, readWhoDidIt } from '../../../contract/incident.ts';
import type { PeopleText } from './text.ts';

export type OtherDossier = AnswerOf<typeof readWhoDidIt>['others'][number];

/** Why two may be the same: "Want: in beide dossiers staat ‘spin’ en ‘nek’. Beide keren bij Balie 3, 2 keer in 3 weken." */
export function explainSame({ why, looks, samePlace, daysApart }: OtherDossier, text: PeopleText): string {
  const reasons = why.filter((reason) => reason !== 'looks' || !looks).map((reason) => text.why[reason]);
  const words = looks && looks.words.length > 0 ? text.alikeWords(listed(looks.words.map(quoted), text.and)) : null;
  const hints = looks?.hints.map((hint) => text.alikeHints[hint]) ?? [];
  const because = [...reasons, words, ...hints].filter(Boolean).join(', ');
  // Where and when only says something beside a description.
  const where = looks && samePlace && daysApart !== null && text.where(samePlace, text.apart(daysApart));
  return [text.because(because), where].filter(Boolean).join(' ');
}

/** Who it is in the other dossier, in one line. */
export function identityInLine(identity: PersonIdentity, date: (on: string) => string): string {
  const address = [identity.postcode, identity.houseNumber].filter(Boolean).join(' ');
  const born = identity.bornOn && date(identity.bornOn);
  return [identity.name, born, address, identity.looks?.marks, identity.description].filter(Boolean).join(', ');
}

const quoted = (word: string) => `‘${word}’`;

function listed(words: readonly string[], and: string): string {
  const [last = '', ...before] = words.toReversed();
  return before.length === 0 ? last : `${before.toReversed().join(', ')} ${and} ${last}`;
}
