import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../../../scripts/build-if-stale.js';
import { defaultOptions, type ExportOptions } from '../../../../src/core/export/options.ts';
import { pdfWriter } from '../../../../src/host/export/pdf-writer.ts';
import type { PrintEngine } from '../../../../src/host/export/print-engine.ts';
import type { Made, OnProgress } from '../../../../src/host/export/writer.ts';
import { chromiumEngine } from '../../../../src/server/chromium-engine.ts';
import { temporaryFolders } from '../temporary-folder.ts';
import { onlyFile } from './exported.ts';

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="100" height="50"><rect width="200" height="100" fill="#2a6"/></svg>';

/** One pixel, green, in PNG. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M/wHwAEBgIApD5fRAAAAABJRU5ErkJggg==';

export interface PrintedDeck extends Omit<Made, 'files'> {
  readonly pdf: Uint8Array;
}

/** The fixture that holds everything a slide can. */
export function everything(): Promise<string> {
  return readFile(join(projectRoot, 'tests', 'fixtures', 'print', 'everything.md'), 'utf8');
}

/**
 * Prints decks as files beside two pictures, `square.svg` and `square.png`; the folders go with the test file. The renderer must have been built.
 */
export function deckPrinter(engine: PrintEngine = chromiumEngine()) {
  const folderFor = temporaryFolders();
  const write = pdfWriter({ bundle: join(projectRoot, 'out', 'renderer'), engine, version: '1.2.3' });
  return async (
    text: string,
    options: Partial<ExportOptions> = {},
    {
      signal = new AbortController().signal,
      onProgress = () => {},
      annotations = null,
    }: { signal?: AbortSignal; onProgress?: OnProgress; annotations?: string | null } = {},
  ): Promise<PrintedDeck> => {
    const folder = join(await folderFor(), 'deck');
    await mkdir(folder);
    const deckPath = join(folder, 'talk.md');
    await writeFile(deckPath, text);
    await writeFile(join(folder, 'square.svg'), square);
    await writeFile(join(folder, 'square.png'), Buffer.from(pixel, 'base64'));
    const order = { text, annotations, deckPath, fileName: 'talk.md' };
    const whole = { ...order, options: { ...defaultOptions('pdf'), ...options } };
    const { files, ...rest } = await write(whole, signal, onProgress);
    return { pdf: onlyFile({ files }), ...rest };
  };
}
