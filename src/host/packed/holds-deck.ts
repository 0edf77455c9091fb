import { type FileHandle, open } from 'node:fs/promises';
import { packedKind } from './packed-name.ts';

/** Most of a file’s end that is looked at: where an archive lists its files, and a PDF says where its catalogue is. */
const longestEnd = 64 * 1024;

/** Most of a PDF’s catalogue that is looked at. */
const longestCatalog = 16 * 1024;

/**
 * Whether a file looks as if it held a deck, from a few small reads: a folder may hold many large PDFs. Reading it says for
 * sure. Never throws.
 */
export async function holdsDeck(path: string): Promise<boolean> {
  const kind = packedKind(path);
  if (kind === null) return false;
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return false;
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - longestEnd);
    const end = await piece(handle, from, size - from);
    if (kind === 'zip') return end.includes('manifest.json') && /\.(?:md|markdown)/i.test(end);
    return (await catalogOf(handle, end)).includes('/AF [');
  } catch {
    return false;
  } finally {
    await handle.close();
  }
}

async function catalogOf(handle: FileHandle, end: string): Promise<string> {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1]);
  const root = Number(/\/Root\s+(\d+)\s+0\s+R/.exec(end.slice(end.lastIndexOf('trailer')))?.[1]);
  const head = /^xref\s+0 \d+\s/.exec(await piece(handle, table, 64))?.[0] ?? '';
  // Each entry has 20 bytes: ten digits first.
  const place = Number(await piece(handle, table + head.length + root * 20, 10));
  const catalog = await piece(handle, place, longestCatalog);
  return catalog.slice(0, catalog.indexOf('endobj'));
}

async function piece(handle: FileHandle, from: number, length: number): Promise<string> {
  if (!(from >= 0)) return '';
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
  return buffer.toString('latin1', 0, bytesRead);
}
