import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import { Failure } from '../core/failure.ts';

const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf);

export interface DecodedText {
  /** The text without its byte order mark; every other character as it is in the file. */
  readonly text: string;
  /** Whether the file begins with a UTF-8 byte order mark. */
  readonly bom: boolean;
}

/**
 * The text of `file`. Throws a Failure `not-utf-8` that names the byte and the line for anything but UTF-8, and says
 * so where it is UTF-16.
 */
export function decodeUtf8(bytes: Uint8Array, file: string): DecodedText {
  const wide = wideEncoding(bytes);
  if (wide !== null) {
    throw new Failure({
      code: 'not-utf-8',
      message: `${basename(file)} is not UTF-8: from byte 0 on it is ${wide}.`,
      place: { file, line: 1, column: 1 },
      wayOut: 'Save it as UTF-8 in the program it was made with (in Notepad: Save As, Encoding), then open it again.',
    });
  }
  if (!isUtf8(bytes)) throw notUtf8(bytes, file);
  const bom = startsWith(bytes, byteOrderMark);
  const body = bom ? bytes.subarray(byteOrderMark.length) : bytes;
  // `ignoreBOM` keeps a second byte order mark as the character that it is.
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(body), bom };
}

/** The bytes of a text, with a byte order mark if asked for. A lone surrogate becomes U+FFFD: UTF-8 has no form for it. */
export function encodeUtf8(text: string, bom: boolean): Uint8Array {
  const body = new TextEncoder().encode(text);
  return bom ? Buffer.concat([byteOrderMark, body]) : body;
}

function notUtf8(bytes: Uint8Array, file: string): Failure {
  const offset = firstInvalidByte(bytes);
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, offset)).split(/\r\n|\r|\n/);
  const line = before.length;
  const value = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return new Failure({
    code: 'not-utf-8',
    message: `${basename(file)} is not UTF-8: byte ${offset} (0x${value}), in line ${line}, fits no character.`,
    place: { file, line, column: (before.at(-1) ?? '').length + 1 },
    wayOut: 'Save it as UTF-8 in the program it was made with, then open it again.',
  });
}

/**
 * Where the first byte sequence that is not UTF-8 begins. A lenient decoder puts U+FFFD there, so its text, encoded
 * again, is the same up to that place.
 */
function firstInvalidByte(bytes: Uint8Array): number {
  const lenient = Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), 'utf8');
  let at = 0;
  while (at < bytes.length && bytes[at] === lenient[at]) at += 1;
  // A broken sequence may share its first bytes with U+FFFD (EF BF BD): go back to where that one begins.
  while (at > 0 && ((lenient[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
}

/** `UTF-16` or `UTF-32` where the bytes look like it, by their mark or by the zeros that it gives Latin text. */
function wideEncoding(bytes: Uint8Array): string | null {
  if (startsWith(bytes, Uint8Array.of(0xff, 0xfe, 0, 0)) || startsWith(bytes, Uint8Array.of(0, 0, 0xfe, 0xff)))
    return 'UTF-32';
  if (startsWith(bytes, Uint8Array.of(0xff, 0xfe)) || startsWith(bytes, Uint8Array.of(0xfe, 0xff))) return 'UTF-16';
  const sample = bytes.subarray(0, 4096);
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  return zeros >= 2 && zeros * 4 > sample.length ? 'UTF-16 without a byte order mark, or no text at all' : null;
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return bytes.length >= prefix.length && prefix.every((byte, index) => bytes[index] === byte);
}
