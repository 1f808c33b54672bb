import type { Finding, FindingKind, Verdict } from './verify.ts';

interface Sentence {
  readonly nl: string;
  readonly en: string;
}

const sentences = {
  'entry-changed': { nl: 'Deze regel is veranderd.', en: 'This entry was changed.' },
  'entry-missing': { nl: 'Deze regel is weg.', en: 'This entry is gone.' },
  'entry-slipped-in': { nl: 'Deze regel is er later tussen gezet.', en: 'This entry was slipped in later.' },
  'batch-changed': { nl: 'Dit pakket is veranderd.', en: 'This batch was changed.' },
  'batch-missing': { nl: 'Dit pakket is weg.', en: 'This batch is gone.' },
  'chain-broken': {
    nl: 'Dit pakket sluit niet aan op het vorige.',
    en: 'This batch does not follow the one before.',
  },
  'signature-wrong': {
    nl: 'De handtekening onder dit pakket is niet van ons.',
    en: 'The signature under this batch is not ours.',
  },
  'anchor-differs': {
    nl: 'Dit pakket is anders dan in audit/anchors.log staat.',
    en: 'This batch differs from what audit/anchors.log says.',
  },
  'anchors-missing': {
    nl: 'Het bestand audit/anchors.log is leeg of weg.',
    en: 'The file audit/anchors.log is empty or gone.',
  },
  'tail-cut': {
    nl: 'Dit pakket staat in audit/anchors.log, maar niet meer in de database.',
    en: 'This batch is in audit/anchors.log, but no longer in the database.',
  },
} satisfies Record<FindingKind, Sentence>;

const MOST_LINES = 50;

/** For a privacy officer: first the outcome, then which batch and which entry. */
export function verdictLines({ findings, batches, entries, waiting }: Verdict): string[] {
  const checked = {
    nl: `${entries} regels in ${batches} pakketten nagerekend; ${waiting} wachten nog op hun zegel.`,
    en: `${entries} entries in ${batches} batches recomputed; ${waiting} still wait for their seal.`,
  };
  if (findings.length === 0)
    return inBoth({ nl: `Het logboek klopt. ${checked.nl}`, en: `The log is whole. ${checked.en}` });
  const rest = findings.length - MOST_LINES;
  return [
    ...inBoth({ nl: `HET LOGBOEK KLOPT NIET. ${checked.nl}`, en: `THE LOG IS NOT WHOLE. ${checked.en}` }),
    ...findings.slice(0, MOST_LINES).map(findingLine),
    ...(rest > 0 ? inBoth({ nl: `En nog ${rest} bevindingen.`, en: `And ${rest} more findings.` }) : []),
  ];
}

function findingLine({ kind, batch, entryId }: Finding): string {
  const { nl, en } = sentences[kind];
  const where = [batch === undefined ? [] : `batch ${batch}`, entryId === undefined ? [] : `entry ${entryId}`].flat();
  return `- ${[...where, kind].join(', ')}: ${nl} / ${en}`;
}

function inBoth({ nl, en }: Sentence): string[] {
  return [nl, en];
}
