import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The import directions of the architecture, and what each folder may take from outside. Everything else is forbidden.
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  contract: ['core'],
  host: ['core', 'contract'],
  main: ['core', 'contract', 'host'],
  preload: ['contract'],
  server: ['core', 'contract', 'host'],
  cli: ['core', 'host', 'server'],
  renderer: ['core', 'contract'],
};
const folders = Object.keys(mayImport);
const withNode = ['host', 'main', 'server', 'cli'];
const withElectron = ['main', 'preload'];

const edges = folders.flatMap((from) => [
  ...folders
    .filter((to) => to !== from)
    .map((to) => ({ from, to, source: `../${to}/planted-target.ts`, allowed: mayImport[from]?.includes(to) ?? false })),
  { from, to: 'node:fs', source: 'node:fs', allowed: withNode.includes(from) },
  { from, to: 'electron', source: 'electron', allowed: withElectron.includes(from) },
  { from, to: 'an unnamed package', source: 'vitest', allowed: false },
]);

const root = join(import.meta.dirname, '../../..');
let planted: string;
let report: string;

function lint(): string {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, '--format=json', 'src'], {
    cwd: planted,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (!stdout.startsWith('{')) throw new Error(`oxlint gave no report: ${stdout}${stderr}`);
  return stdout;
}

beforeAll(() => {
  planted = mkdtempSync(join(tmpdir(), 'lectern-planted-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(planted, '.oxlintrc.json'));
  symlinkSync(join(root, 'node_modules'), join(planted, 'node_modules'), 'dir');
  for (const folder of folders) {
    mkdirSync(join(planted, 'src', folder), { recursive: true });
    writeFileSync(join(planted, 'src', folder, 'planted-target.ts'), 'export const target = 1;\n');
  }
  for (const [i, { from, source }] of edges.entries()) {
    writeFileSync(
      join(planted, 'src', from, `planted-${i}.ts`),
      `import * as planted from '${source}';\nexport const kept = planted;\n`,
    );
  }
  report = lint();
}, 60_000);

afterAll(() => rmSync(planted, { recursive: true, force: true }));

describe('import boundaries', () => {
  it.each(edges.map((edge, i) => ({ ...edge, file: `src/${edge.from}/planted-${i}.ts` })))(
    '$from → $to: allowed is $allowed',
    ({ file, allowed }) => {
      const { diagnostics } = JSON.parse(report) as { diagnostics: { filename: string; code: string }[] };
      const reported = diagnostics.some(({ filename, code }) => filename === file && code.startsWith('boundaries('));
      expect(reported).toBe(!allowed);
    },
  );

  it('keeps reveal.js behind one adapter', () => {
    const place = join(planted, 'src/renderer/stage/another.ts');
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, "import Reveal from 'reveal.js';\nexport const kept = Reveal;\n");
    writeFileSync(
      join(dirname(place), 'reveal-adapter.ts'),
      "import Reveal from 'reveal.js';\nexport const kept = Reveal;\n",
    );
    const { diagnostics } = JSON.parse(lint()) as { diagnostics: { filename: string; code: string }[] };
    const importers = diagnostics
      .filter(({ code }) => code.includes('no-restricted-imports'))
      .map(({ filename }) => filename);
    expect(importers).toEqual(['src/renderer/stage/another.ts']);
  });
});
