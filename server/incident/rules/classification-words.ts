import type { IncidentKind, Severity } from '../../../contract/incident-words.ts';
import type { Words } from '../../../contract/protocol-words.ts';

const nouns = {
  none: { nl: 'geen agressie', en: 'no aggression' },
  emotion: { nl: 'boosheid', en: 'anger' },
  verbal: { nl: 'schelden', en: 'verbal aggression' },
  threat: { nl: 'bedreiging', en: 'a threat' },
  violence: { nl: 'geweld', en: 'violence' },
} as const satisfies Record<Severity, Words>;

const kinds = {
  missing_person: { nl: 'vermissing', en: 'a missing person' },
  calamity: { nl: 'calamiteit', en: 'a calamity' },
  transgressive: { nl: 'ongewenst gedrag', en: 'transgressive behaviour' },
  social_media: { nl: 'online bericht', en: 'an online message' },
} as const satisfies Record<Exclude<IncidentKind, 'incident'>, Words>;

export interface Filed {
  readonly kind: IncidentKind;
  readonly severity: Severity;
}

/** "van schelden naar bedreiging"; null where only something smaller changed. */
export function reclassificationInWords(before: Filed, after: Filed): Words | null {
  const [from, to] = [nounOf(before), nounOf(after)];
  return from.nl === to.nl ? null : { nl: `van ${from.nl} naar ${to.nl}`, en: `from ${from.en} to ${to.en}` };
}

function nounOf({ kind, severity }: Filed): Words {
  return kind === 'incident' ? nouns[severity] : kinds[kind];
}
