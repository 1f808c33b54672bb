import { createHash } from 'node:crypto';
import { type Plugin, runnerImport } from 'vite';
import { bundleApart } from './build-plugins.ts';

/** React itself is more than the rest of the report together; Preact does the same for it in a fifth. */
const inPlaceOfReact: Readonly<Record<string, string>> = {
  react: 'preact/compat',
  'react/jsx-runtime': 'preact/jsx-runtime',
  'react-dom/client': 'preact/compat/client',
};

/** Only for the lean entry. See docs/decisions/0028-usable-at-the-first-picture.md. */
export function leanRenderer(): Plugin {
  return {
    name: 'lean-renderer',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'report',
    resolveId(asked, importer) {
      const lean = inPlaceOfReact[asked];
      return lean ? this.resolve(lean, importer) : null;
    },
  };
}

interface FirstScreens {
  /** A module with `writeFirstScreens`. */
  readonly screens: string;
  /** The script that puts the right one in place before the first picture. */
  readonly front: string;
}

/** Writes the first screens of the report into melden.html, so that they need no program to be read and pressed. */
export function firstScreensStandInThePage({ screens, front }: FirstScreens): Plugin {
  let script = { fileName: '', source: '' };
  return {
    name: 'first-screens-stand-in-the-page',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'report',
    async buildStart() {
      const source = await bundleApart(front);
      const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
      script = { fileName: `assets/front-${hash}.js`, source };
      this.emitFile({ type: 'asset', ...script });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(page, { path }) {
        if (path !== '/melden.html') return page;
        const templates = await write(screens);
        const first = /<template data-screen="start" lang="nl">(.*?)<\/template>/s.exec(templates)?.[1];
        if (!first) throw new Error('There is no first screen');
        const root = '<div id="root"></div>';
        const tag = `<script src="/${script.fileName}" blocking="render"></script>`;
        return page.replace(root, () => `<div id="root" data-screen="start">${first}</div>\n${templates}\n${tag}`);
      },
    },
  };
}

/** While developing the same script runs, without the screens: those are written by a build. */
export function frontWhileDeveloping(front: string): Plugin {
  return {
    name: 'front-while-developing',
    apply: 'serve',
    transformIndexHtml(_page, { path, server }) {
      if (path !== '/melden.html' || !server) return [];
      const src = front.replace(server.config.root, '');
      return [{ tag: 'script', attrs: { type: 'module', src }, injectTo: 'head-prepend' }];
    },
  };
}

async function write(screens: string): Promise<string> {
  const { module } = await runnerImport<{ writeFirstScreens(): string }>(screens, {
    configFile: false,
    logLevel: 'error',
    plugins: [withoutStyles],
  });
  return module.writeFirstScreens();
}

/** Written text needs no styles; those come with the page. */
const withoutStyles: Plugin = {
  name: 'without-styles',
  enforce: 'pre',
  resolveId: (asked) => (asked.endsWith('.css') ? '\0nothing' : null),
  load: (id) => (id === '\0nothing' ? '' : null),
};
