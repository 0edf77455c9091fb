import { resolveConfig } from 'electron-vite';
import { build, type Rolldown } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';

/** Bytes of all code that runs before the first window can show. */
const most = 300_000;

let chunks: readonly Rolldown.OutputChunk[];

/** The main process as the real configuration builds it, in memory. */
beforeAll(async () => {
  const { config } = await resolveConfig(
    { configFile: 'electron.vite.config.ts', logLevel: 'silent' },
    'build',
    'production',
  );
  const main = config?.main;
  if (main === undefined) throw new Error('The configuration builds no main process.');
  const built = await build({ ...main, logLevel: 'silent', build: { ...main.build, write: false } });
  if (Array.isArray(built) || !('output' in built)) throw new Error('The main process has not one output.');
  chunks = built.output.filter((file) => file.type === 'chunk');
});

/** A chunk with all that it loads at once. */
function closure(names: readonly string[], found = new Map<string, Rolldown.OutputChunk>()): typeof found {
  for (const name of names) {
    const chunk = chunks.find(({ fileName }) => fileName === name);
    if (chunk === undefined || found.has(name)) continue;
    found.set(name, chunk);
    closure(chunk.imports, found);
  }
  return found;
}

/** The entry, and the shell that it loads at its start. */
function first(): readonly Rolldown.OutputChunk[] {
  const shell = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('src/main/shell.ts'));
  return [...closure(['index.js', shell?.fileName ?? 'no shell']).values()];
}

describe('what runs before the first window', () => {
  it('is small', () => {
    expect(first().length).toBeGreaterThan(3);
    expect(first().reduce((sum, { code }) => sum + code.length, 0)).toBeLessThan(most);
  });

  it('holds nothing that reads, searches, watches or prints decks: that is loaded when it is used', () => {
    const modules = first().flatMap(({ moduleIds }) => moduleIds);
    for (const later of [
      'contract/table',
      'codemirror',
      'node_modules/yaml',
      'minisearch',
      'chokidar',
      'redos',
      'pdf-writer',
      'server',
    ])
      expect(modules.filter((id) => id.includes(later))).toEqual([]);
  });

  it('watches for crashes before it loads anything else', () => {
    const [entry] = chunks.filter(({ fileName }) => fileName === 'index.js');
    expect(entry?.code.length).toBeLessThan(3_000);
    expect(entry?.dynamicImports.some((name) => name.startsWith('shell'))).toBe(true);
  });
});
