import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { colleagueRef } from './organisation.ts';
import { protocolRefusals } from './protocol.ts';
import { flawsIn, longestLabel, ownCodeShape, vocabularyFlawSentences } from './vocabulary-flaws.ts';
import { detailVocabularies, reportedVocabularies, type Vocabulary, vocabularies } from './vocabulary-words.ts';

const List = z.enum(vocabularies as readonly [Vocabulary, ...Vocabulary[]]);
/** Short names that stay for good, because dossiers refer to them. */
export const WordCode = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);

/** What a word is called, in both languages: short enough for a phone. */
export const WordLabel = z.strictObject({
  nl: z.string().trim().min(1).max(longestLabel),
  en: z.string().trim().min(1).max(longestLabel),
});

export const VocabularyWord = z.strictObject({
  code: WordCode,
  label: WordLabel.nullable(),
  countsAs: WordCode.nullable(),
  isRetired: z.boolean(),
  ownCode: z.string().trim().regex(ownCodeShape).nullable(),
});

/** One list in one version. What cannot be is refused when it is made, never when somebody reports. */
export const VocabularyContent = z
  .strictObject({ list: List, words: z.array(VocabularyWord).min(1).max(60) })
  .superRefine((content, context) => {
    for (const { path, code } of flawsIn(content)) {
      context.addIssue({ code: 'custom', path: [...path], params: { code, ...vocabularyFlawSentences[code] } });
    }
  });
export type VocabularyContent = z.infer<typeof VocabularyContent>;

const sinceAt = z.iso.datetime({ offset: true });
const PastVersion = z.strictObject({ version: z.int().min(1), sinceAt, by: colleagueRef.nullable() });
const WhichList = z.strictObject({ list: List });
const Kept = z.strictObject({ version: z.int().min(0), sinceAt: sinceAt.nullable(), content: VocabularyContent });

export const listVocabularies = endpoint({
  name: 'listVocabularies',
  method: 'GET',
  path: '/protocol/words',
  access: 'session',
  summary: 'The words to choose from, list by list, as they count now; version 0: as the program brought them',
  answer: z.strictObject({ lists: z.array(Kept) }),
});

export const getVocabulary = endpoint({
  name: 'getVocabulary',
  method: 'GET',
  path: '/protocol/words/{list}',
  access: 'session',
  summary: 'One list of words as it counts now, and what the sector of this organisation often adds',
  params: WhichList,
  answer: Kept.extend({ suggestions: z.array(VocabularyWord) }),
});

export const changeVocabulary = endpoint({
  name: 'changeVocabulary',
  method: 'PUT',
  path: '/protocol/words',
  access: 'session',
  summary: 'Put a new version of one list of words in force; dossiers keep the words of when they were told',
  body: z.strictObject({ basedOnVersion: z.int().min(0), content: VocabularyContent }),
  answer: z.strictObject({ versionId: z.uuid(), version: z.int().min(1), sinceAt }),
  refusals: protocolRefusals,
  bodyLimit: 128 * 1024,
});

export const listVocabularyVersions = endpoint({
  name: 'listVocabularyVersions',
  method: 'GET',
  path: '/protocol/words/{list}/versions',
  access: 'session',
  summary: 'Every version of a list of words, the newest first',
  params: WhichList,
  answer: z.strictObject({ versions: z.array(PastVersion) }),
});

export const getVocabularyVersion = endpoint({
  name: 'getVocabularyVersion',
  method: 'GET',
  path: '/protocol/words/{list}/versions/{version}',
  access: 'session',
  summary: 'A list of words as it once counted',
  params: WhichList.extend({ version: z.coerce.number().pipe(z.int().min(1).max(1_000_000)) }),
  answer: PastVersion.extend({ content: VocabularyContent }),
});

const chosen = z.array(WordCode).min(1).max(20);

/**
 * What was chosen as the organisation calls it, where a word of its own is among it. Together they count as exactly the codes
 * that stand beside it: those are what every rule reads.
 */
export const reportedWords = z.partialRecord(z.enum(reportedVocabularies), chosen);
export const detailWords = z.partialRecord(z.enum(detailVocabularies), chosen);

/** What a dossier says where it differs from the program: the built-in code, and the words of when it was told. */
export const shownWords = z.partialRecord(
  List,
  z.array(z.strictObject({ code: WordCode, label: z.strictObject({ nl: z.string(), en: z.string() }).nullable() })),
);
export type ShownWords = z.infer<typeof shownWords>;
