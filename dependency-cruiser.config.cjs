'use strict';

/** A module asks those to its left only. docs/decisions tells why; this file keeps it so. */
const SERVER_ARROW = ['platform', 'organisation', 'identity', 'protocol', 'incident', 'measure'];
/** Pages of one subject know nothing of those of another; what two need is in one of the shared folders. */
const SHARED_IN_WEB = ['components', 'text', 'session', 'outbox', 'attachments'];

const TESTS = '\\.(test|e2e)\\.tsx?$';

const arrows = SERVER_ARROW.flatMap((module, index) => {
  const right = SERVER_ARROW.slice(index + 1);
  if (right.length === 0) return [];
  return [
    {
      name: `${module}-knows-nothing-of-its-right`,
      severity: 'error',
      comment: `server/${module} may not ask ${right.join(', ')}: record an event, or state a need that app.ts fills in.`,
      from: { path: `^server/${module}/`, pathNot: TESTS },
      to: { path: `^server/(${right.join('|')})/` },
    },
  ];
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'only-through-the-front-door',
      severity: 'error',
      comment: 'Another module is entered through its index.ts only.',
      from: { path: '^server/([^/]+)/', pathNot: [TESTS, '^server/commands/'] },
      to: { path: '^server/[^/]+/', pathNot: ['^server/$1/', '^server/[^/]+/index\\.ts$'] },
    },
    {
      name: 'no-module-knows-the-app',
      severity: 'error',
      comment: 'app.ts and main.ts know the modules; never the other way round.',
      from: { path: '^server/[^/]+/', pathNot: [TESTS, '^server/commands/'] },
      to: { path: '^server/[^/]+\\.ts$' },
    },
    {
      name: 'contract-stands-alone',
      severity: 'error',
      comment: 'The contract is what both sides share; it may lean on neither.',
      from: { path: '^contract/' },
      to: { path: '^(server|web|tests|database|bench)/' },
    },
    {
      name: 'web-knows-no-server',
      severity: 'error',
      from: { path: '^web/', pathNot: TESTS },
      to: { path: '^(server|database|tests|bench)/' },
    },
    {
      name: 'server-knows-no-web',
      severity: 'error',
      from: { path: '^server/', pathNot: TESTS },
      to: { path: '^web/' },
    },
    {
      name: 'web-modules-stand-apart',
      severity: 'error',
      comment: 'A web module imports the shared folders and itself; web/app brings the modules together.',
      from: { path: '^web/([^/]+)/', pathNot: [TESTS, '^web/app/'] },
      to: { path: '^web/[^/]+/', pathNot: ['^web/$1/', `^web/(${SHARED_IN_WEB.join('|')})/`] },
    },
    {
      name: 'shared-web-folders-know-no-module',
      severity: 'error',
      from: { path: `^web/(${SHARED_IN_WEB.join('|')})/`, pathNot: TESTS },
      to: { path: '^web/[^/]+/', pathNot: `^web/(${SHARED_IN_WEB.join('|')})/` },
    },
    {
      name: 'product-knows-no-tests',
      severity: 'error',
      from: { path: '^(server|web|contract|database)/', pathNot: TESTS },
      to: { path: `^tests/|${TESTS}` },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-what-exists',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '^vite/client$'] },
    },
    {
      name: 'server-runs-on-dependencies',
      severity: 'error',
      comment: 'What the server needs is in `dependencies`: a production install leaves the others out.',
      from: { path: '^(server|contract|database)/', pathNot: [TESTS, '^server/dev\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
