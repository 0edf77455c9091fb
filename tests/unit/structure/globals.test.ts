import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
let planted: string;

beforeAll(() => {
  planted = mkdtempSync(join(tmpdir(), 'lectern-planted-'));
});

afterAll(() => rmSync(planted, { recursive: true, force: true }));

/** What the compiler says of one statement, under the settings of a folder of `src`. */
function compile(folder: string, statement: string): string {
  const project = join(planted, `${folder}.json`);
  writeFileSync(join(planted, 'planted.ts'), `${statement}\nexport {};\n`);
  const compilerOptions = {
    composite: false,
    noEmit: true,
    emitDeclarationOnly: false,
    rootDir: planted,
    typeRoots: [join(root, 'node_modules/@types')],
  };
  // Types such as vite/client are looked up from here, where there are none: only the folder's own globals are under test.
  const types = folder === 'renderer' ? { types: [] } : {};
  writeFileSync(
    project,
    JSON.stringify({
      extends: join(root, 'src', folder, 'tsconfig.json'),
      compilerOptions: { ...compilerOptions, ...types },
      include: ['planted.ts'],
      references: [],
    }),
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' }).stdout;
}

describe('the globals that each folder sees', () => {
  it.each([
    ['core', 'document.title;', false],
    ['core', 'process.exit();', false],
    ['contract', 'window.name;', false],
    ['host', 'document.title;', false],
    ['host', 'process.pid;', true],
    ['server', 'document.title;', false],
    ['main', 'window.name;', false],
    ['preload', 'process.exit();', false],
    ['renderer', 'process.exit();', false],
    ['renderer', 'document.title;', true],
  ])('%s: %s is known is %s', (folder, statement, known) => {
    const said = compile(folder, statement);
    expect(
      said.includes('error TS2304') ||
        said.includes('error TS2584') ||
        said.includes('error TS2591') ||
        said.includes('error TS2580'),
    ).toBe(!known);
    if (known) expect(said).toBe('');
  });
});
