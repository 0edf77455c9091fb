import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PdfReader } from '../../../../src/host/review/pdf-reader.ts';

/** A PDF as qpdf writes it anew. */
export function qpdf(bytes: Uint8Array, ...options: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-qpdf-'));
  try {
    const [from, to] = [join(folder, 'in.pdf'), join(folder, 'out.pdf')];
    writeFileSync(from, bytes);
    execFileSync(
      'qpdf',
      options.includes('--pages')
        ? [...options.map((option) => (option === '.' ? from : option)), to]
        : [...options, from, to],
      { stdio: 'ignore' },
    );
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a reviewer’s program does to a page: annotations that it adds, takes away, or writes in place of others. */
export interface PageChange {
  /** From 1. */
  readonly page: number;
  /** Dictionaries; `@1` stands for the object number of the first of them, and so on. */
  readonly added?: readonly string[];
  /** The dictionary of one whose name is this; `null` takes it away. */
  readonly replaced?: (name: string, dictionary: string, reference: string) => string | null;
}

/** The PDF with another part at its end, as programs save what was annotated. */
export function reviewed(bytes: Uint8Array, changes: readonly PageChange[]): Uint8Array {
  const pdf = PdfReader.read(bytes);
  const objects = new Map<number, string>();
  let next = Number(pdf.trailer.get('Size'));
  for (const { page, added = [], replaced } of changes) {
    const number = pdf.pages()[page - 1] ?? 0;
    const entries = new Map(pdf.dictionary(`${number} 0 R`));
    const first = next;
    const numbers = added.map(() => next++);
    for (const [i, text] of added.entries())
      objects.set(
        numbers[i] ?? 0,
        text.replace(/@(\d+)/g, (_, n: string) => `${first + Number(n) - 1} 0 R`),
      );
    const kept = pdf.array(entries.get('Annots')).filter((reference) => {
      const dictionary = pdf.dictionary(reference);
      const hex = (dictionary.get('NM') ?? '').replace(/^<FEFF|>$/gi, '');
      const name = Buffer.from(hex, 'hex').swap16().toString('utf16le');
      const before = pdf.resolve(reference);
      const after = replaced === undefined ? before : replaced(name, before, reference);
      if (after !== null && after !== before) objects.set(Number(reference.split(' ')[0]), after);
      return after !== null;
    });
    entries.set('Annots', `[${[...kept, ...numbers.map((each) => `${each} 0 R`)].join(' ')}]`);
    objects.set(number, `<<${[...entries].map(([key, value]) => `/${key} ${value}`).join(' ')}>>`);
  }
  return appended(bytes, objects, next, pdf.trailer.get('Root') ?? '');
}

function appended(bytes: Uint8Array, objects: ReadonlyMap<number, string>, size: number, root: string): Uint8Array {
  const before = Buffer.from(bytes);
  const last = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(before.subarray(-64).toString('latin1'))?.[1] ?? '';
  let text = '';
  const sections = [...objects].map(([number, object]) => {
    const at = before.length + text.length + 1;
    text += `\n${number} 0 obj\r\n${object}\r\nendobj`;
    return `${number} 1\r\n${String(at).padStart(10, '0')} 00000 n\r\n`;
  });
  const table = before.length + text.length + 1;
  text += `\nxref\r\n${sections.join('')}trailer\r\n<</Size ${size} /Root ${root} /Prev ${last}>>\r\nstartxref\r\n${table}\r\n%%EOF\r\n`;
  return Buffer.concat([before, Buffer.from(text, 'latin1')]);
}
