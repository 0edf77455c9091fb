import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly pages: readonly {
    readonly width: number;
    readonly height: number;
    readonly text: string;
    readonly tags: readonly string[];
  }[];
  /** `title@page`, what is under an entry in brackets after it. */
  readonly outline: string;
  /** What viewers call the pages. */
  readonly labels: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly lang: string;
  readonly marked: boolean;
}

/** Reads a PDF with pdf.js, which has no part in making it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    pages.push({ width, height, text, tags: roles(await page.getStructTree()) });
  }
  const indexOf = async (dest: unknown): Promise<number> =>
    Array.isArray(dest) ? pdf.getPageIndex(dest[0] as { num: number; gen: number }) : -1;
  const write = async (entries: Awaited<ReturnType<typeof pdf.getOutline>>): Promise<string> =>
    (
      await Promise.all(
        (entries ?? []).map(async ({ title, dest, items }) => {
          const below = await write(items);
          return `${title}@${(await indexOf(dest)) + 1}${below === '' ? '' : `(${below})`}`;
        }),
      )
    ).join(' ');
  const marks = await pdf.getMarkInfo();
  const { info } = await pdf.getMetadata();
  const result = {
    pages,
    labels: (await pdf.getPageLabels()) ?? [],
    outline: await write(await pdf.getOutline()),
    info: info as Record<string, unknown>,
    lang: String((info as { Language?: string }).Language),
    // pdf.js declares an object and gives a map.
    marked: (marks as unknown as ReadonlyMap<string, boolean> | null)?.get('Marked') === true,
  };
  await task.destroy();
  return result;
}

type TagNode = NonNullable<Awaited<ReturnType<PDFPageProxy['getStructTree']>>>;

function roles(node: TagNode | TagNode['children'][number] | null): readonly string[] {
  if (node === null || !('role' in node)) return [];
  return [node.role, ...node.children.flatMap(roles)].filter((role) => role !== '' && role !== 'Root');
}

/** Whether poppler’s programs are installed. */
export function hasPoppler(): boolean {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('Skipped: what poppler reads from PDFs. It is not installed (Debian: poppler-utils).');
    return false;
  }
}

/** What one of poppler’s programs prints about a PDF. */
export function poppler(
  program: string,
  options: readonly string[],
  bytes: Uint8Array,
  ...rest: readonly string[]
): string {
  return popplerBytes(program, options, bytes, ...rest).toString('utf8');
}

/** The same of a program that writes no text, such as `pdftoppm`. */
export function popplerBytes(
  program: string,
  options: readonly string[],
  bytes: Uint8Array,
  ...rest: readonly string[]
): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-poppler-'));
  try {
    const path = join(folder, 'in.pdf');
    writeFileSync(path, bytes);
    return execFileSync(program, [...options, path, ...rest], {
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
