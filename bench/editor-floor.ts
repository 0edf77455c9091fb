import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import type { Window } from './app-window.ts';
import { typeAfter } from './typing.ts';

/** Types into CodeMirror alone: what a key costs in this browser before a program does anything with it. */
export async function typeBare(window: Window, deck: string, words: string): ReturnType<typeof typeAfter> {
  await window.page.setContent('<!doctype html><body></body>');
  await window.page.addScriptTag({ content: await pageScript() });
  await window.page.evaluate(
    (text) => (globalThis as unknown as { startEditor: (doc: string) => boolean }).startEditor(text),
    deck,
  );
  return typeAfter(window, words);
}

/** The page's script with all that it imports. */
async function pageScript(): Promise<string> {
  const entry = fileURLToPath(new URL('editor-floor-page.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'floor' } },
  });
  const [bundle] = (Array.isArray(built) ? built : [built]) as readonly Rolldown.RolldownOutput[];
  return bundle?.output[0].code ?? '';
}
