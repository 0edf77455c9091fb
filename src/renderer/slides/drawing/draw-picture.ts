import type { Box, DrawnLink, PicturePart, PictureSource } from '../../../core/export/drawn-deck.ts';
import { isDataImage } from '../../../core/markdown/local-url.ts';
import { type FramePlace, insets, within } from './frame-place.ts';

/** Kinds of pictures that every program shows which opens presentations. */
const common = /\.(?:png|jpe?g|gif|bmp)$/i;
const commonData = /^data:image\/(?:png|jpeg|gif)[;,]/i;

/**
 * Pixels for each CSS pixel of a picture that is drawn anew: of a drawing, which goes along as a drawing for programs that show
 * those, and of any other, if it has as many. And the longest side of one.
 */
const [drawingDensity, density] = [1.5, 2];
const longest = 4096;

const drawing = /\.svg$|^data:image\/svg/i;

/** The pictures of a deck: files by their paths, and what stands in for those that few programs show. */
export class Pictures {
  readonly #assets: string;
  /** By what they are drawn from. */
  readonly #places = new Map<string, number>();
  readonly #redrawn: Promise<string>[] = [];

  /** @param assets absolute address of the deck’s folder; ends with `/` */
  constructor(assets: string) {
    this.#assets = assets;
  }

  /** An image as it is drawn in its place; `null` for one that shows nothing. */
  image(element: HTMLImageElement, place: FramePlace, link: DrawnLink | null): PicturePart | null {
    const style = getComputedStyle(element);
    const inside = within(place.onSlide(element.getBoundingClientRect()), insets(style));
    if (inside.width < 1 || inside.height < 1) return null;
    const { box, crop } = fitted(element, style.objectFit, inside);
    const part = { kind: 'picture', box, crop, alternative: element.alt.trim(), link } as const;
    const address = element.currentSrc === '' ? element.src : element.currentSrc;
    if (isDataImage(address)) {
      const as = commonData.test(address) ? null : this.#redraw(element, address, box);
      return { ...part, source: { kind: 'data', address, as } };
    }
    const path = address.slice(this.#assets.length).replace(/[?#].*$/, '');
    return {
      ...part,
      source: { kind: 'file', path, as: common.test(path) ? null : this.#redraw(element, address, box) },
    };
  }

  /** The pictures that were drawn anew, as PNG in Base64; '' for one that could not be drawn. */
  redrawn(): Promise<readonly string[]> {
    return Promise.all(this.#redrawn.map((drawing) => drawing.catch(() => '')));
  }

  #redraw(element: HTMLImageElement, address: string, { width, height }: Box): number {
    const own = element.naturalWidth / width;
    const wanted = drawing.test(address.replace(/[?#].*$/, '')) ? drawingDensity : Math.min(density, Math.max(1, own));
    const scale = Math.min(wanted, longest / Math.max(width, height));
    const [across, down] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
    const key = `${across} ${down} ${address}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const at = this.#redrawn.push(png(element, across, down)) - 1;
    this.#places.set(key, at);
    return at;
  }
}

async function png(element: HTMLImageElement, width: number, height: number): Promise<string> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no canvas to draw on.');
  context.drawImage(element, 0, 0, width, height);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** Where in its box a picture lies, and what of it is cut off, by `object-fit`. */
function fitted(
  { naturalWidth, naturalHeight }: HTMLImageElement,
  fit: string,
  box: Box,
): Pick<PicturePart, 'box' | 'crop'> {
  const whole: PicturePart['crop'] = [0, 0, 0, 0];
  if (naturalWidth === 0 || naturalHeight === 0 || fit === 'fill') return { box, crop: whole };
  const [across, down] = [box.width / naturalWidth, box.height / naturalHeight];
  if (fit === 'cover') {
    const scale = Math.max(across, down);
    const x = Math.max(0, 1 - box.width / (naturalWidth * scale)) / 2;
    const y = Math.max(0, 1 - box.height / (naturalHeight * scale)) / 2;
    return { box, crop: [y, x, y, x] };
  }
  const scale = fit === 'contain' ? Math.min(across, down) : Math.min(1, across, down);
  const [width, height] = [naturalWidth * scale, naturalHeight * scale];
  return {
    box: { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height },
    crop: whole,
  };
}

/** An element as the page shows it. */
export function areaPicture(element: Element, place: FramePlace): PicturePart {
  const box = place.onSlide(element.getBoundingClientRect());
  return {
    kind: 'picture',
    box,
    source: { kind: 'area', area: place.onPage(box), isPhoto: element.localName === 'video' },
    alternative: alternativeOf(element),
    crop: [0, 0, 0, 0],
    link: null,
  };
}

/** What an element says, in words. */
function alternativeOf(element: Element): string {
  const named =
    element.getAttribute('aria-label') ??
    element.querySelector(':scope > title')?.textContent ??
    element.getAttribute('title') ??
    element.textContent;
  return named.replace(/\s+/g, ' ').trim().slice(0, 2000);
}

/** The source of what an element shows, for a background. */
export function areaSource(element: Element, isPhoto: boolean): PictureSource {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { kind: 'area', area: { x: left + window.scrollX, y: top + window.scrollY, width, height }, isPhoto };
}
