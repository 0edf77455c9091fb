import { createHash } from 'node:crypto';

/** The revision of a file with these bytes: their SHA-256 in hex. Equal bytes, equal revision, whatever the clock says. */
export function revisionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
