import * as contract from '../../../contract/incident.ts';
import { type Route, route, type Vault } from '../../platform/index.ts';
import { rejectFlaws } from '../reject-flaws.ts';
import { closeTalk, listTalks, openTalk, replyInTalk } from './recipient-talk.ts';
import { answerTalk, openDoor, readTalk, startTalk } from './visitor-talk.ts';

export function anonymousRoutes(needs: { readonly vault: Vault }): Route[] {
  return [
    route(contract.anonymousDoor, ({ tx, query }) => openDoor(tx, query.employerId)),
    route(contract.startAnonymousTalk, async ({ tx, body, asker }) =>
      rejectFlaws(await startTalk(needs, tx, asker.address, body)),
    ),
    route(contract.readAnonymousTalk, ({ tx, body, asker }) => readTalk(needs, tx, asker.address, body.key)),
    route(contract.answerAnonymousTalk, async ({ tx, body, asker }) =>
      rejectFlaws(await answerTalk(needs, tx, asker.address, body)),
    ),
    route(contract.listAnonymousTalks, ({ tx, query }) => listTalks(tx, query)),
    route(contract.openAnonymousTalk, ({ tx, params, session }) =>
      openTalk(needs, tx, session.personId, params.talkId),
    ),
    route(contract.replyInAnonymousTalk, async ({ tx, params, body, session }) =>
      rejectFlaws(await replyInTalk(needs, tx, session.personId, { ...params, ...body })),
    ),
    route(contract.closeAnonymousTalk, ({ tx, params }) => closeTalk(tx, params.talkId)),
  ];
}
