import { extname } from 'node:path';

/** What a file is by its extension that may hold a whole deck; `null` for any other. */
export function packedKind(name: string): 'zip' | 'pdf' | null {
  const extension = extname(name).toLowerCase();
  return extension === '.zip' ? 'zip' : extension === '.pdf' ? 'pdf' : null;
}
