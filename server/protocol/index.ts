export { chainTermsInForce } from './chain-terms.ts';
export {
  type KeptQuestions,
  questionsAt,
  questionsOfVersion,
} from './questions/question-versions.ts';
export { refusals } from './refusals.ts';
export { routes } from './routes.ts';
export { installDefaults, type KeptVersion, playbookAt, playbookInForce } from './versions.ts';
export { listInForce, wordsInForce, wordsOfVersion } from './words/vocabulary-versions.ts';
export { type WordsSince, type WordsThroughTime, wordAt, wordsThroughTime } from './words/words-through-time.ts';
