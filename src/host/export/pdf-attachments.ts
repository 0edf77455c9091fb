import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { assetTypes } from '../media-types.ts';
import type { SourceFile } from './deck-source.ts';
import type { PdfAddition } from './finish-pdf.ts';
import { PdfFile } from './pdf-file.ts';
import {
  arrayItems,
  dateString,
  dictionary,
  parseDictionary,
  type PdfDictionary,
  readTextString,
  referenceTo,
  textString,
} from './pdf-values.ts';

/** A file that travels in a PDF. */
export type AttachedFile = Pick<SourceFile, 'path' | 'bytes'>;

/** Attaches a deck’s files to a PDF (ISO 32000-2, 7.11.4 and 14.13): the deck as what the pages were made from. */
export function attachFiles(files: readonly SourceFile[], date: Date): PdfAddition {
  return ({ pdf, catalog }) => {
    const specifications = files.map((file) => writeFile(pdf, file, date));
    // Keys that sort as the files stand: a name tree must be sorted, and its keys are shown nowhere.
    const names = specifications.flatMap((number, i) => [`(file-${String(i).padStart(6, '0')})`, `${number} 0 R`]);
    const tree = pdf.reserve();
    pdf.write(tree, [['Names', `[${names.join(' ')}]`]]);
    const known = referenceTo(catalog.get('Names'));
    const others = known === null ? parseDictionary(catalog.get('Names') ?? '<<>>') : pdf.dictionary(known);
    catalog.set('Names', dictionary(new Map(others).set('EmbeddedFiles', `${tree} 0 R`)));
    catalog.set('AF', `[${specifications.map((number) => `${number} 0 R`).join(' ')}]`);
  };
}

/** The number of a file’s specification. */
function writeFile(pdf: PdfFile, { role, path, bytes }: SourceFile, date: Date): number {
  const [stream, specification] = [pdf.reserve(), pdf.reserve()];
  const checksum = createHash('md5').update(bytes).digest('hex').toUpperCase();
  pdf.writeStream(stream, {
    entries: new Map([
      ['Type', '/EmbeddedFile'],
      ['Subtype', nameOf(mediaType(role, path))],
      ['Filter', '/FlateDecode'],
      ['Params', `<</Size ${bytes.length} /ModDate ${dateString(date)} /CheckSum <${checksum}>>>`],
    ]),
    bytes: deflateSync(bytes),
  });
  pdf.write(specification, [
    ['Type', '/Filespec'],
    ['F', textString(path)],
    ['UF', textString(path)],
    ['EF', `<</F ${stream} 0 R /UF ${stream} 0 R>>`],
    ['AFRelationship', role === 'deck' ? '/Source' : '/Supplement'],
    ['Desc', textString(descriptions[role])],
  ]);
  return specification;
}

const descriptions: Readonly<Record<SourceFile['role'], string>> = {
  deck: 'The deck that these pages were made from',
  annotations: 'The annotations on the deck',
  asset: 'A file that the deck shows',
};

function mediaType(role: SourceFile['role'], path: string): string {
  if (role === 'deck') return 'text/markdown';
  if (role === 'annotations') return 'application/ld+json';
  return (assetTypes.get(extname(path).toLowerCase()) ?? 'application/octet-stream').replace(/;.*$/, '');
}

/** A name of PDF: what is no plain character in one is written by its number. */
function nameOf(text: string): string {
  return `/${text.replace(/[^\w.+-]/g, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

/**
 * The files that are attached to a PDF of the form that this program writes; none where there are none. Throws a RangeError
 * for a PDF of another form, and for a file of more than `largest` bytes.
 */
export function readAttachments(bytes: Uint8Array, largest: number): readonly AttachedFile[] {
  const pdf = PdfFile.read(bytes);
  const names = dictionaryAt(pdf, pdf.catalog.get('Names'));
  const tree = names === null ? null : dictionaryAt(pdf, names.get('EmbeddedFiles'));
  if (tree === null) return [];
  const items = arrayItems(tree.get('Names') ?? '[]');
  return items.flatMap((item, i): readonly AttachedFile[] => {
    const specification = i % 2 === 1 ? dictionaryAt(pdf, item) : null;
    const file = specification === null ? null : dictionaryAt(pdf, specification.get('EF'));
    const number = referenceTo(file?.get('UF') ?? file?.get('F'));
    if (number === null) return [];
    const stream = pdf.stream(number);
    const isPacked = stream.entries.get('Filter') === '/FlateDecode';
    return [
      {
        path: readTextString(specification?.get('UF') ?? ''),
        bytes: isPacked ? inflateSync(stream.bytes, { maxOutputLength: largest }) : stream.bytes,
      },
    ];
  });
}

function dictionaryAt(pdf: PdfFile, value: string | undefined): PdfDictionary | null {
  const number = referenceTo(value);
  if (number !== null) return pdf.dictionary(number);
  return value?.startsWith('<<') === true ? parseDictionary(value) : null;
}
