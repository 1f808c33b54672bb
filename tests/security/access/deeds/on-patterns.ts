import * as contract from '../../../../contract/incident.ts';
import { rulesToBeginWith } from '../../../../server/incident/patterns/find-pattern.ts';
import { newId } from '../../../../server/platform/index.ts';
import type { Reader } from '../readers.ts';
import { type Deed, deed, type Outcome } from './deed.ts';

const decidesPattern = ({ who, coordinates }: Reader): Outcome =>
  coordinates ? (who === 'elsewhere' ? 404 : 'may') : 403;

/** What colleagues noted and is alike. */
export const onPatterns: readonly Deed[] = [
  deed(
    'ask who noted a pattern',
    contract.askWhoNoted,
    ({ patternId }) => ({ params: { patternId }, body: {} }),
    decidesPattern,
  ),
  deed(
    'tell who it was',
    contract.answerNoteQuestion,
    ({ patternId, noteId }) => ({ params: { patternId, noteId }, body: { text: 'De man met de hond' } }),
    ({ who }) => (who === 'fatima' ? 'may' : 404),
  ),
  deed(
    'report a pattern',
    contract.reportPattern,
    ({ patternId }) => ({ params: { patternId }, body: { incidentId: newId(), story: 'Steeds om tien uur' } }),
    decidesPattern,
  ),
  deed(
    'set a pattern aside',
    contract.setPatternAside,
    ({ patternId }) => ({ params: { patternId }, body: { reason: 'Het is al anders' } }),
    decidesPattern,
  ),
  deed(
    'change when notes are a pattern',
    contract.changeSignalRules,
    () => ({ body: { basedOnVersion: 1, rules: rulesToBeginWith } }),
    ({ coordinates }) => (coordinates ? 'may' : 403),
  ),
];
