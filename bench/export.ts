import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../scripts/build-if-stale.js';
import { PdfFile } from '../src/host/export/pdf-file.ts';
import { chromiumEngine } from '../src/server/chromium-engine.ts';
import { type FloorPage, floorPage } from './floor-page.ts';
import { median } from './median.ts';
import { writeDeck } from './shipped-slides.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = 5;

/**
 * A deck of 100 slides to PDF by the command line, against the floor: a static page of the same slides’ HTML, printed by
 * the same engine. Both begin with no browser running; the command line also starts Node. Median seconds.
 */
export async function run(): Promise<void> {
  await buildIfStale();
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    const deck = writeDeck(join(root, 'decks'), 100, folder);
    const floor = await floorPage(deck, join(root, 'out', 'renderer'));
    const output = join(folder, 'out.pdf');
    const ours: number[] = [];
    const bare: number[] = [];
    for (let round = -1; round < rounds; round++) {
      const lectern = seconds(() => commandLine(deck, output));
      const least = await secondsOf(() => printFloor(floor));
      if (round < 0) continue;
      ours.push(lectern);
      bare.push(least);
    }
    const [mine, least] = [median(ours), median(bare)];
    console.log('slides   lectern export s   floor s   ratio (< 1.5)   PDF MB');
    const cells = [
      floor.pages,
      mine.toFixed(2),
      least.toFixed(2),
      (mine / least).toFixed(2),
      (statSync(output).size / 1e6).toFixed(1),
    ];
    console.log(cells.map((cell, i) => String(cell).padStart([6, 18, 9, 15, 8][i] ?? 8)).join(' '));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function commandLine(deck: string, output: string): void {
  const { status, stderr } = spawnSync(process.execPath, [
    join(root, 'out', 'main', 'lectern.js'),
    'export',
    deck,
    '-o',
    output,
    '--json',
  ]);
  if (status !== 0) throw new Error(`lectern export ended with ${status}: ${stderr.toString()}`);
}

async function printFloor({ site, pages }: FloorPage): Promise<void> {
  const pdf = await chromiumEngine().print({ site, page: '/floor.html', width: 1280, height: 720, timeoutMs: 60_000 });
  const printed = PdfFile.read(pdf).pages.length;
  if (printed !== pages) throw new Error(`The floor has ${printed} pages in place of ${pages}.`);
}

function seconds(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
