import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../scripts/build-if-stale.js';
import { PdfFile } from '../src/host/export/pdf-file.ts';
import { chromiumEngine } from '../src/server/chromium-engine.ts';
import { finishingTime, type FloorPage, floorPage } from './floor-page.ts';
import { median } from './median.ts';
import { findPeers, type Peer } from './peers.ts';
import { runMeasured } from './process-cost.ts';
import { sampleSidecar } from './sample-strokes.ts';
import { writeDeck } from './shipped-slides.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = 3;
const sizes = [10, 100, 500, 1000];
/** Peers other than Marp take minutes for large decks. */
const mostForOthers = 100;
/** From so many slides on, the deck is printed with annotations, too: strokes, so many on each slide. */
const leastAnnotated = 1000;
const onEachSlide = 3;

/**
 * Decks to PDF by the command line, against the floor (a static page of the same slides’ HTML, printed by the same engine) and
 * against other programs. All begin with no browser running; the command line also starts Node. Medians of {@link rounds}.
 */
export async function run(): Promise<void> {
  await buildIfStale();
  const peers = await findPeers();
  console.log('slides  program      seconds   of the floor   of Marp   ms/slide   peak MB   PDF MB');
  for (const slides of sizes) await compare(slides, peers);
}

async function compare(slides: number, peers: readonly Peer[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    const deck = writeDeck(join(root, 'decks'), slides, folder);
    const floor = await floorPage(deck, join(root, 'out', 'renderer'));
    const output = join(folder, 'out.pdf');
    const lectern = [join(root, 'out', 'main', 'lectern.js'), 'export', deck, '-o', output, '--json'];
    const sidecar = slides < leastAnnotated ? null : writeSidecar(deck, slides);
    const annotated = [
      ...lectern.with(lectern.indexOf(output), join(folder, 'annotated.pdf')),
      '--annotations',
      'native',
    ];
    const runs: readonly Contestant[] = [
      { name: 'floor', run: () => printFloor(floor) },
      { name: 'Lectern', run: () => runMeasured(process.execPath, lectern) },
      ...(sidecar === null ? [] : [{ name: 'annotated', run: () => runMeasured(process.execPath, annotated) }]),
      ...peers
        .filter(({ name }) => name === 'Marp' || slides <= mostForOthers)
        .map((peer) => ({ name: peer.name, run: () => peer.print(deck, join(folder, `${peer.name}.pdf`)) })),
    ];
    const costs = new Map(runs.map(({ name }) => [name, [] as Cost[]]));
    // Each in turn, so that what else goes on meets all alike.
    for (let round = 0; round < rounds; round++)
      for (const { name, run: once } of runs) costs.get(name)?.push(await once());
    const seconds = (name: string): number => median((costs.get(name) ?? []).map((cost) => cost.seconds));
    for (const { name } of runs) {
      const peak = median((costs.get(name) ?? []).map(({ megabytes }) => megabytes));
      const file = name === 'Lectern' ? (statSync(output).size / 1e6).toFixed(1) : '';
      const cells = [
        slides,
        name.padEnd(10),
        seconds(name).toFixed(2),
        (seconds(name) / seconds('floor')).toFixed(2),
        costs.has('Marp') ? (seconds(name) / seconds('Marp')).toFixed(2) : '-',
        ((seconds(name) / slides) * 1000).toFixed(1),
        Number.isNaN(peak) ? '-' : peak.toFixed(0),
        file,
      ];
      console.log(cells.map((cell, i) => String(cell).padStart([6, 12, 8, 14, 9, 10, 9, 8][i] ?? 8)).join(' '));
    }
    const finished = async (name: string, annotations: string | null): Promise<void> => {
      const times: number[] = [];
      for (let round = 0; round < rounds; round++)
        times.push(await finishingTime(deck, annotations, join(root, 'out', 'renderer')));
      const share = (median(times) / seconds(name)) * 100;
      console.log(
        `${String(slides).padStart(6)}  ${name}: finished in ${median(times).toFixed(2)} s, ${share.toFixed(0)} % (under 15)`,
      );
    };
    await finished('Lectern', null);
    if (sidecar !== null) await finished('annotated', sidecar);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Annotations for a deck, beside it; their text. */
function writeSidecar(deck: string, slides: number): string {
  const text = sampleSidecar(readFileSync(deck, 'utf8'), onEachSlide * slides, onEachSlide);
  writeFileSync(deck.replace(/\.md$/, '.annotations.json'), text);
  return text;
}

interface Cost {
  readonly seconds: number;
  /** Of all its processes together, at most; NaN where it is not measured. */
  readonly megabytes: number;
}

interface Contestant {
  readonly name: string;
  readonly run: () => Promise<Cost>;
}

async function printFloor({ site, pages }: FloorPage): Promise<Cost> {
  const start = performance.now();
  const pdf = await chromiumEngine().print({ site, page: '/floor.html', width: 1280, height: 720, timeoutMs: 120_000 });
  const seconds = (performance.now() - start) / 1000;
  const printed = PdfFile.read(pdf).pages.length;
  if (printed !== pages) throw new Error(`The floor has ${printed} pages in place of ${pages}.`);
  return { seconds, megabytes: Number.NaN };
}
