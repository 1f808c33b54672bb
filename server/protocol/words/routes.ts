import * as contract from '../../../contract/vocabulary.ts';
import { type VocabularyFlaw, vocabularyFlawSentences } from '../../../contract/vocabulary-flaws.ts';
import { requireRole } from '../../organisation/index.ts';
import { fieldError, HttpFailure, type Route, route } from '../../platform/index.ts';
import {
  changeWords,
  type KeptWords,
  listInForce,
  pastWords,
  suggestionsFor,
  wordsInForce,
  wordVersions,
} from './vocabulary-versions.ts';

export const wordRoutes: readonly Route[] = [
  route(contract.listVocabularies, async ({ tx }) => ({ lists: (await wordsInForce(tx)).map(told) })),

  route(contract.getVocabulary, async ({ tx, params: { list } }) => {
    const kept = await listInForce(tx, list);
    return { ...told(kept), suggestions: await suggestionsFor(tx, list, kept.words) };
  }),

  route(contract.changeVocabulary, async ({ tx, session, body }) => {
    requireRole(session, 'coordinator', 'administrator');
    const changed = await changeWords(tx, body);
    if ('flaws' in changed) throw new HttpFailure('invalid-input', { errors: changed.flaws.map(inWords) });
    return changed;
  }),

  route(contract.listVocabularyVersions, async ({ tx, params }) => ({ versions: await wordVersions(tx, params.list) })),

  route(contract.getVocabularyVersion, ({ tx, params }) => pastWords(tx, params.list, params.version)),
];

function told({ list, version, since, words }: KeptWords) {
  return { version, sinceAt: since?.toISOString() ?? null, content: { list, words: [...words] } };
}

function inWords({ path, code }: VocabularyFlaw) {
  return fieldError('body', ['content', ...path], code, vocabularyFlawSentences[code]);
}
