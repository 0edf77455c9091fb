import { randomBytes } from 'node:crypto';

/** At most so many files wait to be fetched; a further one takes the place of the oldest. */
const most = 4;

export interface Download {
  /** File name, as the user sees it. */
  readonly name: string;
  /** Its media type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Files that were made for the page, each to be fetched once. */
export interface Downloads {
  /** Keeps a file, and says at which path it can be fetched. */
  offer(download: Download): string;
  /** Hands the file over and forgets it; `null` if there is none of this id and name. */
  take(id: string, name: string): Download | null;
}

export function createDownloads(): Downloads {
  const waiting = new Map<string, Download>();
  return {
    offer(download) {
      const id = randomBytes(16).toString('base64url');
      waiting.set(id, download);
      for (const oldest of [...waiting.keys()].slice(0, -most)) waiting.delete(oldest);
      return `/exports/${id}/${encodeURIComponent(download.name)}`;
    },
    take(id, name) {
      const download = waiting.get(id);
      if (download?.name !== name) return null;
      waiting.delete(id);
      return download;
    },
  };
}

/** A `Content-Disposition` that saves a file under this name, in any script (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%/]/g, '_');
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
