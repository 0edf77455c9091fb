import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../scripts/build-if-stale.js';
import { median } from './median.ts';
import { writeDeck } from './shipped-slides.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = 5;

/** What each format may take for 100 slides, in seconds, where there is a limit. */
const formats: readonly (readonly [extension: string, limit: number | null])[] = [
  ['pdf', null],
  ['pptx', 2],
  ['html', 1],
  ['md', null],
  ['zip', null],
  ['png', null],
];

/** Decks of 100 and 500 slides into every format, by the command line: the start of Node and of a browser are in it. Median seconds. */
export async function run(): Promise<void> {
  await buildIfStale();
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    console.log('slides  format  lectern export s  wanted under s      MB');
    for (const slides of [100, 500]) {
      const deck = writeDeck(join(root, 'decks'), slides, folder);
      for (const [extension, limit] of formats) {
        if (extension === 'png' && slides > 100) continue;
        const output = join(folder, `out.${extension}`);
        const times = Array.from({ length: rounds + 1 }, () => seconds(deck, output)).slice(1);
        const size = statSync(extension === 'png' ? join(folder, 'out-001.png') : output).size;
        const wanted = limit === null || slides > 100 ? '' : String(limit);
        const cells = [slides, extension, median(times).toFixed(2), wanted, (size / 1e6).toFixed(2)];
        console.log(cells.map((cell, i) => String(cell).padStart([6, 8, 18, 16, 8][i] ?? 8)).join(''));
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function seconds(deck: string, output: string): number {
  const start = performance.now();
  const program = join(root, 'out', 'main', 'lectern.js');
  const { status, stderr } = spawnSync(process.execPath, [program, 'export', deck, '-o', output, '--json']);
  if (status !== 0) throw new Error(`lectern export ended with ${status}: ${stderr.toString()}`);
  return (performance.now() - start) / 1000;
}
