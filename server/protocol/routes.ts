import * as chainTerms from '../../contract/chain-terms.ts';
import * as contract from '../../contract/protocol.ts';
import * as history from '../../contract/protocol-history.ts';
import { requireRole } from '../organisation/index.ts';
import { type Route, route } from '../platform/index.ts';
import { chainTermsInForce, changeChainTerms } from './chain-terms.ts';
import { changeMatrix, changePlaybook, inForce } from './change-protocol.ts';
import { matrixVersion, matrixVersions, playbookVersion, playbookVersions } from './history.ts';
import { questionRoutes } from './questions/routes.ts';
import { matrixBeforeSigningIn, matrixInForce, playbookInForce, playbooksInForce } from './versions.ts';
import { wordRoutes } from './words/routes.ts';

export const routes: readonly Route[] = [
  route(contract.getDefaultMatrix, ({ tx }) => matrixBeforeSigningIn(tx)),

  route(contract.getMatrix, async ({ tx }) => {
    const matrix = await matrixInForce(tx);
    return { ...inForce(matrix), content: matrix.content };
  }),

  route(contract.changeMatrix, ({ tx, session, body }) => {
    requireRole(session, 'coordinator', 'administrator');
    return changeMatrix(tx, body);
  }),

  route(contract.listPlaybooks, async ({ tx }) => ({
    playbooks: (await playbooksInForce(tx)).map((playbook) => {
      const { code, title, summary, tasks } = playbook.content;
      return { ...inForce(playbook), code, title, summary, taskCount: tasks.length };
    }),
  })),

  route(contract.getPlaybook, async ({ tx, params }) => {
    const playbook = await playbookInForce(tx, params.code);
    return { ...inForce(playbook), content: playbook.content };
  }),

  route(contract.changePlaybook, ({ tx, session, params, body }) => {
    requireRole(session, 'coordinator', 'administrator');
    return changePlaybook(tx, params.code, body);
  }),

  route(history.listMatrixVersions, async ({ tx }) => ({ versions: await matrixVersions(tx) })),

  route(history.getMatrixVersion, ({ tx, params }) => matrixVersion(tx, params.version)),

  route(history.listPlaybookVersions, async ({ tx, params }) => ({
    versions: await playbookVersions(tx, params.code),
  })),

  route(history.getPlaybookVersion, ({ tx, params }) => playbookVersion(tx, params.code, params.version)),

  route(chainTerms.getChainTerms, async ({ tx }) => {
    const { version, since, by, terms } = await chainTermsInForce(tx);
    return { version, sinceAt: since?.toISOString() ?? null, by, terms };
  }),

  route(chainTerms.changeChainTerms, ({ tx, session, body }) => {
    requireRole(session, 'coordinator', 'administrator');
    return changeChainTerms(tx, body);
  }),

  ...questionRoutes,
  ...wordRoutes,
];
