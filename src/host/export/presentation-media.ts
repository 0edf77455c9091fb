import { createHash } from 'node:crypto';
import type { DrawnDeck, PictureSource } from '../../core/export/drawn-deck.ts';
import type { Media } from '../../core/export/pptx/slide-part.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { pictureExtension } from '../picture-type.ts';
import type { SlidesVisit } from './visit-slides.ts';
import type { ZipEntry } from './zip-file.ts';

/** Pixels in a CSS pixel of what is photographed: a photograph, or what lies behind everything else, needs fewer. */
const [density, photoDensity] = [2, 1.5];

/** Kinds that presentations hold as they are. */
const kept: Readonly<Record<string, string>> = { '.png': 'png', '.jpg': 'jpeg', '.gif': 'gif', '.bmp': 'bmp' };

/**
 * An SVG that shows nothing but what is in it and needs no script: it may travel. Others travel as pictures of themselves
 * only, so that no presentation asks the network for anything.
 */
const reachesOut =
  /(?:href|src)\s*=\s*["']\s*(?!["'#]|data:)|url\(\s*["']?\s*(?!#|data:)|@import|<script|<foreignObject|<!ENTITY|\son\w+\s*=/i;

/** The pictures of a presentation, each file once. */
export class PresentationMedia {
  readonly #visit: SlidesVisit;
  readonly #drawing: DrawnDeck;
  readonly #files = new Map<string, ZipEntry>();
  readonly #found = new Map<string, Media | null>();
  readonly diagnostics: Diagnostic[] = [];

  constructor(visit: SlidesVisit, drawing: DrawnDeck) {
    this.#visit = visit;
    this.#drawing = drawing;
  }

  /** Gets every picture of the drawing. */
  async gather(): Promise<void> {
    for (const { number, parts, background } of this.#drawing.slides) {
      for (const part of parts) if (part.kind === 'picture') await this.#gather(part.source, number);
      if (background?.kind === 'picture') await this.#gather(background.picture, number);
    }
  }

  find(source: PictureSource): Media | null {
    return this.#found.get(keyOf(source)) ?? null;
  }

  /** The files, for the archive. */
  entries(): Iterable<ZipEntry> {
    return this.#files.values();
  }

  async #gather(source: PictureSource, slide: number): Promise<void> {
    this.#visit.signal.throwIfAborted();
    const key = keyOf(source);
    if (this.#found.has(key)) return;
    const media = await this.#media(source);
    this.#found.set(key, media);
    if (media !== null) return;
    const name = source.kind === 'file' ? source.path : 'A picture';
    this.diagnostics.push({
      code: 'picture-left-out',
      severity: 'warning',
      message: `${name} is of a kind that presentations cannot show, and was left out.`,
      slide,
    });
  }

  async #media(source: PictureSource): Promise<Media | null> {
    if (source.kind === 'area') {
      const type = source.isPhoto ? 'jpeg' : 'png';
      const scale = source.isPhoto ? photoDensity : density;
      const bytes = await this.#visit.page.picture(source.area, scale, type);
      return { name: this.#add(bytes, type), vector: null };
    }
    const bytes = await this.#bytes(source);
    const extension = bytes === null ? null : pictureExtension(bytes);
    if (bytes !== null && extension !== null && kept[extension] !== undefined)
      return { name: this.#add(bytes, kept[extension]), vector: null };
    const redrawn = source.as === null ? '' : (this.#drawing.redrawn[source.as] ?? '');
    if (redrawn === '') return null;
    const isVector = bytes !== null && extension === '.svg' && !reachesOut.test(Buffer.from(bytes).toString());
    return {
      name: this.#add(new Uint8Array(Buffer.from(redrawn, 'base64')), 'png'),
      vector: isVector ? this.#add(bytes, 'svg') : null,
    };
  }

  async #bytes(source: Exclude<PictureSource, { readonly kind: 'area' }>): Promise<Uint8Array | null> {
    if (source.kind === 'data') return writtenOut(source.address);
    const { site, assets } = this.#visit;
    const response = await site(new Request(`https://lectern.invalid${assets}${source.path}`));
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  }

  /** Files of the same bytes are one. */
  #add(bytes: Uint8Array, type: string): string {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const known = this.#files.get(hash);
    if (known !== undefined) return known.path.slice(folder.length);
    const name = `image${this.#files.size + 1}.${type}`;
    this.#files.set(hash, { path: `${folder}${name}`, bytes });
    return name;
  }
}

const folder = 'ppt/media/';

/** The bytes of a `data:` address; `null` for one that is not well formed. */
function writtenOut(address: string): Uint8Array | null {
  const [, parameters = '', data] = /^data:([^,]*),([\s\S]*)$/.exec(address) ?? [];
  if (data === undefined) return null;
  try {
    return Buffer.from(decodeURIComponent(data), /;\s*base64$/i.test(parameters) ? 'base64' : 'utf8');
  } catch {
    return null;
  }
}

function keyOf(source: PictureSource): string {
  switch (source.kind) {
    case 'file':
      return `file ${source.path} ${source.as}`;
    case 'data':
      return `data ${source.address} ${source.as}`;
    case 'area':
      return `area ${JSON.stringify(source.area)}`;
  }
}
