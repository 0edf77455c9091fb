import { zipSync, type Zippable } from 'fflate/browser';

/** One file of an archive. */
export interface ZipEntry {
  /** With `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

/** Kinds of files that are packed already: to pack them again takes time and saves nothing. */
const packed = /\.(?:png|jpe?g|gif|webp|avif|mp[34]|m4a|webm|og[gv]|woff2?|pptx|zip)$/i;

/** The first and the last year that an archive can tell. */
const [first, last] = [1980, 2099];

/**
 * A ZIP archive of these files in this order, all of the same date, in UTC. The same files and date give the same bytes
 * whatever the machine’s time zone.
 */
export function zipFile(entries: Iterable<ZipEntry>, date: Date): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  const mtime = localTwin(date);
  for (const { path, bytes } of entries) {
    const level = packed.test(path) ? 0 : 6;
    files[path] = [typeof bytes === 'string' ? Buffer.from(bytes) : bytes, { level, mtime }];
  }
  // The library makes a buffer of its own.
  return zipSync(files) as Uint8Array<ArrayBuffer>;
}

/** Archives tell local time: the date whose local time here is the given one’s in UTC. */
function localTwin(date: Date): Date {
  const year = Math.min(last, Math.max(first, date.getUTCFullYear()));
  const twin = new Date(year, date.getUTCMonth(), date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes());
  twin.setSeconds(date.getUTCSeconds());
  return twin;
}
