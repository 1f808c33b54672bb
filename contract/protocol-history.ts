import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { colleagueRef } from './organisation.ts';
import { MatrixContent, PlaybookContent } from './protocol.ts';
import { playbookCodes } from './protocol-words.ts';

/** A version as the history tells it. Nobody put the first one in force: it came with the program. */
const PastVersion = z.strictObject({
  version: z.int().min(1),
  sinceAt: z.iso.datetime({ offset: true }),
  by: colleagueRef.nullable(),
});
const Versions = z.strictObject({ versions: z.array(PastVersion) });
export type VersionHistory = z.infer<typeof Versions>['versions'];

const WhichVersion = z.strictObject({
  version: z.coerce.number().pipe(z.int().min(1).max(1_000_000)),
});
const WhichPlaybook = z.strictObject({ code: z.enum(playbookCodes) });

export const listMatrixVersions = endpoint({
  name: 'listMatrixVersions',
  method: 'GET',
  path: '/protocol/matrix/versions',
  access: 'session',
  summary: 'Every version of the norm matrix, the newest first',
  answer: Versions,
});

export const getMatrixVersion = endpoint({
  name: 'getMatrixVersion',
  method: 'GET',
  path: '/protocol/matrix/versions/{version}',
  access: 'session',
  summary: 'The norm matrix as it once counted',
  params: WhichVersion,
  answer: PastVersion.extend({ content: MatrixContent }),
});

export const listPlaybookVersions = endpoint({
  name: 'listPlaybookVersions',
  method: 'GET',
  path: '/protocol/playbooks/{code}/versions',
  access: 'session',
  summary: 'Every version of a playbook, the newest first',
  params: WhichPlaybook,
  answer: Versions,
});

export const getPlaybookVersion = endpoint({
  name: 'getPlaybookVersion',
  method: 'GET',
  path: '/protocol/playbooks/{code}/versions/{version}',
  access: 'session',
  summary: 'A playbook as it once counted',
  params: WhichPlaybook.extend(WhichVersion.shape),
  answer: PastVersion.extend({ content: PlaybookContent }),
});
