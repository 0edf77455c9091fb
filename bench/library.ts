import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { createHost, type Host } from '../src/host/host.ts';
import { createState } from '../src/host/state.ts';
import { sampleDeck } from './sample-deck.ts';

const decks = 3000;
const perFolder = 100;

/** Texts that no deck should have, and some have. */
const hostile: Readonly<Record<string, () => string>> = {
  '10,000 slides': () => sampleDeck(10_000),
  'a 10 MB line': () => `# A\n\n${'x '.repeat(5e6)}`,
  'a 10 MB line of marks': () => `# A\n\n${'*a_`['.repeat(2e6)}`,
  'a 1 MB slide': () => `# A\n\n${'words and words\n'.repeat(65_536)}`,
};

/** A folder of 3,000 decks listed, and decks of hostile sizes opened: the time, and the longest that all else waited. */
export async function run(): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'lectern-bench-'));
  const folder = join(root, 'library');
  const text = sampleDeck(10);
  for (let made = 0; made < decks; made += perFolder) {
    const below = join(folder, `folder ${made / perFolder}`);
    await mkdir(below, { recursive: true });
    await Promise.all(
      Array.from({ length: perFolder }, (_, i) =>
        writeFile(join(below, `deck ${i}.md`), `---\ntitle: Deck ${made + i}\n---\n\n${text}`),
      ),
    );
  }
  const host = await createHost({
    folder,
    version: '0',
    shell: 'browser',
    bundle: folder,
    write: () => Promise.reject(new Error('Nothing is exported here.')),
    chooseTarget: async () => null,
    state: createState(join(root, 'state')),
    reveal: async () => undefined,
  });
  console.log('                                          ms   longest wait ms');
  try {
    await measure(`first list of ${decks.toLocaleString('en')} decks`, () => host.handlers['library.list']({}));
    await measure('watching them', () => host.watching());
    await measure('second list', () => host.handlers['library.list']({}));
    for (const [name, make] of Object.entries(hostile)) await openHostile(host, join(root, 'hostile.md'), name, make());
  } finally {
    await host.close();
    await rm(root, { recursive: true, force: true });
  }
}

async function openHostile({ handlers, decks: known }: Host, path: string, name: string, text: string): Promise<void> {
  await writeFile(path, text);
  const { deck } = await known.admit(path);
  await measure(`open ${name}`, () => handlers['deck.open']({ deck }));
  const entry = { deck, text: `${text}x`, annotations: null };
  await measure(`journal ${name}`, () => handlers['journal.write'](entry));
  await handlers['journal.drop']({ deck });
}

async function measure(name: string, task: () => Promise<unknown>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const begun = performance.now();
  await task();
  const took = performance.now() - begun;
  delay.disable();
  console.log(name.padEnd(36), took.toFixed(0).padStart(7), (delay.max / 1e6).toFixed(0).padStart(17));
}
