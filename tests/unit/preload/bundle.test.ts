import { resolveConfig } from 'electron-vite';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

/** The preload script as the real configuration builds it, in memory. */
async function bundle(): Promise<readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]> {
  const { config } = await resolveConfig(
    { configFile: 'electron.vite.config.ts', logLevel: 'silent' },
    'build',
    'production',
  );
  const preload = config?.preload;
  if (preload === undefined) throw new Error('The configuration builds no preload script.');
  const built = await build({ ...preload, logLevel: 'silent', build: { ...preload.build, write: false } });
  if (Array.isArray(built) || !('output' in built)) throw new Error('The preload script has not one output.');
  return built.output;
}

it('is one CommonJS file that requires nothing but electron, as a sandboxed preload must', async () => {
  const files = await bundle();
  expect(files.map(({ fileName }) => fileName)).toEqual(['index.cjs']);
  const [script] = files;
  if (script?.type !== 'chunk') throw new Error('The preload script is not a script.');
  expect([...script.code.matchAll(/\brequire\(([^)]*)\)/g)].map(([, name]) => name)).toEqual(['"electron"']);
  expect(script.code).not.toMatch(/\bimport\b|\bexport\b/);
  expect(script.code).not.toContain('zod');
  expect(script.code.length).toBeLessThan(10_000);
});
