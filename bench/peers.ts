import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../src/server/chromium-binary.ts';
import { type ProcessCost, runMeasured } from './process-cost.ts';

/** Another program that makes PDFs of Markdown decks. */
export interface Peer {
  readonly name: string;
  readonly print: (deck: string, output: string) => Promise<ProcessCost>;
}

/**
 * The programs to compare with, of those that are installed in the folder that `LECTERN_PEERS` names: they are no
 * dependencies of this project (`npm install @marp-team/marp-cli reveal-md` in a folder of its own).
 */
export async function findPeers(): Promise<readonly Peer[]> {
  const folder = process.env['LECTERN_PEERS'] ?? '';
  const bin = (name: string): string => join(folder, 'node_modules', '.bin', name);
  const found = ['marp', 'reveal-md'].filter((name) => folder !== '' && existsSync(bin(name)));
  const missing = ['marp', 'reveal-md'].filter((name) => !found.includes(name));
  if (missing.length > 0)
    console.log(`Not compared with ${missing.join(', ')}: LECTERN_PEERS names no folder with them.`);
  if (found.length === 0) return [];
  const { path, env } = await browser();
  const chrome = { ...env, CHROME_PATH: path, PUPPETEER_EXECUTABLE_PATH: path, CHROME_NO_SANDBOX: '1' };
  const flags = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])].join(' ');
  const peers: Readonly<Record<string, Peer>> = {
    marp: {
      name: 'Marp',
      print: (deck, output) =>
        runMeasured(bin('marp'), [deck, '-o', output, '--allow-local-files', '--no-stdin'], chrome),
    },
    'reveal-md': {
      name: 'reveal-md',
      print: (deck, output) =>
        runMeasured(
          bin('reveal-md'),
          [deck, '--print', output, `--puppeteer-launch-args=${flags}`, '--puppeteer-chromium-executable', path],
          chrome,
        ),
    },
  };
  return found.flatMap((name) => peers[name] ?? []);
}

/** The browser that Lectern takes, for all. */
async function browser(): Promise<{ readonly path: string; readonly env: Readonly<Record<string, string>> }> {
  for await (const binary of findChromium()) if (!('problem' in binary)) return binary;
  throw new Error('There is no browser here to measure with.');
}
