/** A file beside a deck. */
export interface FileBeside {
  /** Path from the deck's folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
}

/** The files in a deck's folder, to look names up in. */
export class DeckFiles {
  readonly #byPath: ReadonlyMap<string, FileBeside>;
  readonly #byName: ReadonlyMap<string, readonly FileBeside[]>;

  constructor(files: readonly FileBeside[]) {
    this.#byPath = new Map(files.map((file) => [file.path.normalize('NFC'), file]));
    this.#byName = Map.groupBy(files, ({ path }) => nameOf(path));
  }

  /** The file at a path from the deck's folder. */
  at(path: string): FileBeside | undefined {
    return this.#byPath.get(path.normalize('NFC'));
  }

  /** The one file that goes by the same name, in another folder or in other case; `undefined` for none or several. */
  namedLike(path: string): FileBeside | undefined {
    const alike = this.#byName.get(nameOf(path)) ?? [];
    const inPlace = alike.filter((file) => file.path.toLowerCase() === path.toLowerCase());
    return inPlace.length === 1 ? inPlace[0] : alike.length === 1 ? alike[0] : undefined;
  }
}

function nameOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFC')
    .toLowerCase();
}

/** The path from the deck's folder that an address in a deck means: decoded, without `.`, `..`, query and fragment. */
export function addressPath(address: string): string {
  const path = address
    .replace(/[?#][\s\S]*$/, '')
    .replaceAll('&amp;', '&')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
  const parts: string[] = [];
  for (const part of decode(path).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** How a path is written as an address: what would end one, or mean something else in one, is encoded. */
export function pathAddress(path: string): string {
  return path.replace(
    /[%?#\s()<>"'\\,]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
