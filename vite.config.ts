import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed, serviceWorkerKnowsItsFiles, twoEntries } from './web/build-plugins.ts';
import { firstScreensStandInThePage, frontWhileDeveloping, leanRenderer } from './web/build-report.ts';

const web = path.join(import.meta.dirname, 'web');
const front = path.join(web, 'report/first/front.ts');

/**
 * A few files instead of dozens: on a phone each one is a round trip. The building blocks that every page uses travel together;
 * those of lists and tables come with the pages that need them.
 */
const fewFiles = {
  entryFileNames: 'assets/[name]-[hash].js',
  codeSplitting: {
    groups: [
      { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
      {
        name: 'house',
        test: /web\/(components|text)\/(?!gallery|Table|Clock|TaskRow|Menu|KeysetPager|Filter|Search)/,
      },
    ],
  },
};

/**
 * What the lean page shows at once in two files. What seals a report is fetched when there is one to seal, and the pages that most
 * visits do without when they are asked for.
 */
const twoFiles = {
  codeSplitting: {
    groups: [
      // The order of the layers stands in the theme: it comes first, together with what it orders.
      { name: 'shared', test: /components\/theme\.css$/, priority: 1 },
      { name: 'shared', test: /^(?!.*(hpke|outbox\/(outbox|envelope|code-lock))\.ts)/, minShareCount: 2 },
    ],
  },
};

/**
 * Two entries: the application, and the lean one in which somebody reports or asks for help. `npm run dev` serves both with
 * reload and passes the API on to the server.
 */
export default defineConfig({
  root: web,
  resolve: { alias: { zod: path.join(web, 'session/schemaless.ts') } },
  // A CSS bug in an old browser is found by whoever opens it there; these are the ones that people still have at work.
  build: {
    outDir: path.join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: ['chrome111', 'firefox114', 'safari16.4'],
    modulePreload: { polyfill: false },
    // A font or picture inside the style sheet would be refused by our own content security policy.
    assetsInlineLimit: 0,
  },
  // Each entry is built by itself, so that the lean one can have a renderer of its own.
  environments: {
    client: { build: { rolldownOptions: { input: path.join(web, 'index.html'), output: fewFiles } } },
    report: {
      consumer: 'client',
      build: {
        emptyOutDir: false,
        copyPublicDir: false,
        cssCodeSplit: false,
        rolldownOptions: { input: path.join(web, 'melden.html'), output: twoFiles },
      },
    },
  },
  builder: {
    sharedConfigBuild: true,
    sharedPlugins: true,
    async buildApp({ environments: { client, report }, build }) {
      if (client) await build(client);
      if (report) await build(report);
    },
  },
  plugins: [
    react(),
    twoEntries(),
    leanRenderer(),
    firstScreensStandInThePage({ screens: path.join(web, 'report/first/screens.tsx'), front }),
    frontWhileDeveloping(front),
    serviceWorkerKnowsItsFiles(path.join(web, 'app/sw.ts')),
    compressed(),
  ],
  server: {
    host: 'localhost',
    port: Number(process.env.VITE_PORT ?? 3200),
    strictPort: true,
    proxy: { '/api': { target: `http://localhost:${process.env.PORT ?? 3000}`, changeOrigin: false } },
  },
});
