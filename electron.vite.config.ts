import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { build, type Plugin } from 'vite';
import { preloadModules } from './scripts/preload-modules.ts';
import { splitSelectors } from './scripts/split-selectors.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * Leaves out the fonts' second format, for browsers older than any that Lectern runs in: half the size of a package. And has
 * text wait for its font, which is on this machine: a slide is never seen, nor measured, in another one first.
 */
const modernFonts = {
  postcssPlugin: 'modern-fonts',
  Declaration: {
    'font-display': (display: { value: string }) => {
      display.value = 'block';
    },
    src: (source: { value: string }) => {
      source.value = source.value.replace(/,\s*url\([^)]*\.woff\)\s*format\((['"]?)woff\1\)/g, '');
    },
  },
};

/**
 * pdf.js is there to tell which words lie where, and draws nothing: it is not to look for a package to draw with, which is no
 * part of what is built, nor to warn that it is not there.
 */
const noCanvas: Plugin = {
  name: 'no-canvas',
  transform(code, id) {
    if (!/pdfjs-dist[\\/]legacy[\\/]build[\\/]pdf\.mjs$/.test(id)) return null;
    const quiet = code.replace(
      'canvas = require("@napi-rs/canvas");',
      'canvas = { DOMMatrix: class {}, Path2D: class {} };',
    );
    if (quiet === code) this.error('pdf.js looks for what it draws with in another way than before.');
    return { code: quiet, map: null };
  },
};

/**
 * Builds the program of exported web pages beside the program’s own pages: one script and one style sheet, for every browser of
 * the last few years.
 */
const player: Plugin = {
  name: 'player',
  apply: 'build',
  async closeBundle() {
    await build({
      configFile: false,
      root: here('src/renderer'),
      logLevel: 'warn',
      publicDir: false,
      build: {
        outDir: here('out/renderer/player'),
        emptyOutDir: true,
        target: ['chrome111', 'firefox113', 'safari16.4'],
        cssTarget: ['chrome111', 'firefox113', 'safari16.4'],
        minify: true,
        assetsInlineLimit: Number.MAX_SAFE_INTEGER,
        lib: {
          entry: here('src/renderer/player/main.ts'),
          formats: ['iife'],
          name: 'LecternPlayer',
          fileName: () => 'player.js',
          cssFileName: 'player',
        },
      },
    });
  },
};

export default defineConfig({
  // Two programs for Node: the desktop shell's main process and the command line. Dependencies are bundled, all of them:
  // reading hundreds of small files is most of a command's start, and two copies of one package would not know each other.
  main: {
    plugins: [noCanvas],
    build: {
      externalizeDeps: false,
      minify: true,
      target: 'node22.12',
      rolldownOptions: {
        input: { index: here('src/main/index.ts'), lectern: here('src/cli/lectern.ts') },
        // Shared chunks stand beside the entries, so that `import.meta.dirname` is out/main in every module.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  // A sandboxed preload must be one CommonJS file.
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: here('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  // Pages for `script-src 'self'`: no inline script; and no inlined fonts or images, which would swell the style sheets.
  renderer: {
    root: here('src/renderer'),
    plugins: [react(), preloadModules('index.html', ['first-slide/first-slide.ts', 'slide/trusted-types.ts']), player],
    css: { postcss: { plugins: [modernFonts, splitSelectors] } },
    build: {
      target: 'chrome130',
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // In kB. The files come from this machine: one large one costs less than many.
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: {
        input: {
          index: here('src/renderer/index.html'),
          print: here('src/renderer/print.html'),
          slides: here('src/renderer/slides.html'),
        },
      },
    },
  },
});
