export { chainTermsInForce } from './chain-terms.ts';
export {
  type KeptQuestions,
  questionsAt,
  questionsOfVersion,
} from './questions/question-versions.ts';
export { refusals } from './refusals.ts';
export { routes } from './routes.ts';
export { installDefaults, type KeptVersion, matrixAt, matrixInForce, playbookAt, playbookInForce } from './versions.ts';
