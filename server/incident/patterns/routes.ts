import * as contract from '../../../contract/incident.ts';
import { type Route, route } from '../../platform/index.ts';
import type { FollowUpNeeds } from '../follow-up-needs.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import { addToNote } from './add-to-note.ts';
import { answerNoteQuestion, listNoteQuestions } from './answer-question.ts';
import { askWhoNoted, reportPattern, setPatternAside } from './decide-pattern.ts';
import { listPatterns } from './pattern-list.ts';
import { changeSignalRules, readSignalRules } from './signal-rules.ts';

export function patternRoutes(needs: FollowUpNeeds): Route[] {
  return [...ofWhoNoted(needs), ...ofCoordinator(needs)];
}

function ofWhoNoted(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.addToNote, async ({ tx, params: { noteId }, body }) =>
      rejectFlaws(await addToNote(needs.vault, tx, { noteId, additions: body })),
    ),
    route(contract.listNoteQuestions, ({ tx }) => listNoteQuestions(tx)),
    route(contract.answerNoteQuestion, async ({ tx, params, body: { text } }) =>
      rejectFlaws(await answerNoteQuestion(needs, tx, { ...params, text })),
    ),
  ];
}

function ofCoordinator(needs: FollowUpNeeds): Route[] {
  return [
    route(contract.listPatterns, ({ tx, query }) => listPatterns(needs.vault, tx, query)),
    route(contract.askWhoNoted, ({ tx, params }) => askWhoNoted(needs, tx, params.patternId)),
    route(contract.reportPattern, async ({ tx, params, body, session }) =>
      rejectFlaws(await reportPattern(needs, tx, session.personId, { ...params, ...body })),
    ),
    route(contract.setPatternAside, async ({ tx, params, body }) =>
      rejectFlaws(await setPatternAside(needs, tx, { ...params, ...body })),
    ),
    route(contract.getSignalRules, ({ tx }) => readSignalRules(tx)),
    route(contract.changeSignalRules, ({ tx, body }) => changeSignalRules(tx, body)),
  ];
}
