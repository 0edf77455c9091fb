import { inflateSync } from 'node:zlib';
import { parseDictionary, type PdfDictionary, valueEnd } from '../export/pdf-values.ts';

/** Most bytes that a stream may unpack to: a small file must not fill the memory. */
const mostBytes = 256 * 1024 * 1024;

/**
 * What the stream object at a place holds, unpacked. Throws a RangeError where it is none, or packed in a way that streams of
 * objects and tables never are.
 * @param lengthOf the number that `Length` stands for
 */
export function decodeStream(file: string, at: number, lengthOf: (value: string | undefined) => number): Buffer {
  const head = /\s*\d+\s+\d+\s+obj\s*/y;
  head.lastIndex = at;
  if (!head.test(file)) throw new RangeError('an object is not where it is said to be');
  const end = valueEnd(file, head.lastIndex);
  const entries = parseDictionary(file.slice(head.lastIndex, end));
  const word = /\s*stream(?:\r\n|\n|\r)/y;
  word.lastIndex = end;
  if (!word.test(file)) throw new RangeError('an object is no stream');
  const start = word.lastIndex;
  const length = lengthOf(entries.get('Length'));
  const isRight =
    Number.isInteger(length) && length >= 0 && /^\s*endstream/.test(file.slice(start + length, start + length + 16));
  const to = isRight ? start + length : file.indexOf('endstream', start);
  if (to < start) throw new RangeError('a stream has no end');
  return unpacked(Buffer.from(file.slice(start, to), 'latin1'), entries);
}

function unpacked(bytes: Buffer, entries: PdfDictionary): Buffer {
  const filter = (entries.get('Filter') ?? '').replace(/[[\]\s]/g, '');
  if (filter === '') return bytes;
  if (filter !== '/FlateDecode' && filter !== '/Fl')
    throw new RangeError(`a stream is packed in an unknown way, ${filter}`);
  const whole = inflated(bytes);
  const parameters = (entries.get('DecodeParms') ?? '').replace(/^\[\s*|\s*\]$/g, '');
  if (!parameters.startsWith('<<')) return whole;
  const named = parseDictionary(parameters);
  const predictor = Number(named.get('Predictor') ?? 1);
  if (predictor < 10) return whole;
  return unpredicted(whole, Number(named.get('Columns') ?? 1));
}

function inflated(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: mostBytes });
  } catch (error) {
    throw new RangeError('a stream cannot be unpacked', { cause: error });
  }
}

/** Takes back the filters of PNG (ISO/IEC 15948, 9), for rows of bytes: as streams of references have them. */
function unpredicted(bytes: Buffer, columns: number): Buffer {
  const rows = Math.floor(bytes.length / (columns + 1));
  const result = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row++) {
    const kind = bytes[row * (columns + 1)] ?? 0;
    for (let i = 0; i < columns; i++) {
      const to = row * columns + i;
      const left = i === 0 ? 0 : (result[to - 1] ?? 0);
      const up = row === 0 ? 0 : (result[to - columns] ?? 0);
      const corner = row === 0 || i === 0 ? 0 : (result[to - columns - 1] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] ?? 0;
      result[to] = ((bytes[row * (columns + 1) + 1 + i] ?? 0) + guess) & 0xff;
    }
  }
  return result;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(estimate - value));
  if (a === undefined || b === undefined || c === undefined) return 0;
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
