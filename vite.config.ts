import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed, serviceWorkerKnowsItsFiles, twoEntries } from './web/build-plugins.ts';

const web = path.join(import.meta.dirname, 'web');

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
    rolldownOptions: {
      input: {
        app: path.join(web, 'index.html'),
        report: path.join(web, 'melden.html'),
      },
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        // A few files instead of dozens: on a phone each one is a round trip. The building blocks that the report entry uses
        // travel together; those of lists and tables come with the pages that need them.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            {
              name: 'house',
              test: /web\/(components|text)\/(?!gallery|Table|Clock|TaskRow|Menu|KeysetPager|Filter|Search)/,
            },
          ],
        },
      },
    },
  },
  plugins: [react(), twoEntries(), serviceWorkerKnowsItsFiles(path.join(web, 'app/sw.ts')), compressed()],
  server: {
    host: 'localhost',
    port: Number(process.env.VITE_PORT ?? 3200),
    strictPort: true,
    proxy: { '/api': { target: `http://localhost:${process.env.PORT ?? 3000}`, changeOrigin: false } },
  },
});
