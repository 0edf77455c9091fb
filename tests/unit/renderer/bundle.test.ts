import { resolveConfig } from 'electron-vite';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

/** Bytes of all script that a window reads before it shows its first slide. */
const most = 850_000;

let first: readonly Rolldown.OutputChunk[];
let page: string;

/** The window's page as the real configuration builds it, in memory, without what is built beside it. */
beforeAll(async () => {
  const { config } = await resolveConfig(
    { configFile: 'electron.vite.config.ts', logLevel: 'silent' },
    'build',
    'production',
  );
  const renderer = config?.renderer;
  if (renderer === undefined) throw new Error('The configuration builds no pages.');
  const plugins = (renderer.plugins ?? []).filter(
    (plugin) => !(plugin instanceof Object && 'name' in plugin && plugin.name === 'player'),
  );
  const built = await build({ ...renderer, plugins, logLevel: 'silent', build: { ...renderer.build, write: false } });
  if (Array.isArray(built) || !('output' in built)) throw new Error('The pages have not one output.');
  const chunks = built.output.filter((file) => file.type === 'chunk');
  const found = new Set<Rolldown.OutputChunk>();
  const read = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (chunk === undefined || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) read(chunks.find(({ fileName }) => fileName === name));
  };
  read(chunks.find(({ name, isEntry }) => isEntry && name === 'index'));
  for (const later of ['first-slide/first-slide.ts', 'slide/trusted-types.ts'])
    read(chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(later))));
  page = built.output
    .flatMap((file) => (file.type === 'asset' && file.fileName === 'index.html' ? [file.source] : []))
    .join();
  first = [...found];
});

describe('what a window reads before it shows its first slide', () => {
  it('is a third of the program', () => {
    expect(first.length).toBeGreaterThan(1);
    expect(first.reduce((sum, { code }) => sum + code.length, 0)).toBeLessThan(most);
    expect(first.flatMap(({ dynamicImports }) => dynamicImports).join()).toMatch(/program-/);
  });

  it('is asked for at once, all of it', () => {
    for (const { fileName } of first) expect(page).toContain(fileName);
    expect(page).not.toContain('program-');
  });

  it('is what the slide is rendered and shown with, and nothing to work on it with', () => {
    const modules = first.flatMap(({ moduleIds }) => moduleIds);
    expect(modules.some((id) => id.includes('node_modules/markdown-it'))).toBe(true);
    for (const later of [
      'highlight.js',
      'reveal.js/dist/reveal.mjs',
      'node_modules/react',
      '@codemirror/view',
      '@codemirror/commands',
      '@lezer',
      'sidecar',
      '.tsx',
    ])
      expect(modules.filter((id) => id.includes(later))).toEqual([]);
  });
});
