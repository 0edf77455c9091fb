/** How far what is on a slide goes past its edge, measured on the slide's own DOM. */

/** Where something goes too far: over an edge of the slide, or `cut`, in a box that hides what does not fit. */
export type OverflowSide = 'bottom' | 'right' | 'top' | 'left' | 'cut';

export interface SlideOverflow {
  /** What it is, as its author would call it. */
  readonly what: string;
  readonly side: OverflowSide;
  /** CSS pixels of the slide. */
  readonly pixels: number;
  /** The words that are out, or the address of the picture: to find the place in the source. */
  readonly near: string;
}

/** What is let go: rounding, and the overhang of italics. */
const tolerance = 2;

const names: readonly (readonly [selector: string, name: string])[] = [
  ['.katex', 'formula'],
  ['pre', 'code'],
  ['table', 'table'],
  ['ul, ol, dl', 'list'],
  ['blockquote', 'quote'],
  ['h1, h2, h3, h4, h5, h6', 'heading'],
  ['video', 'film'],
  ['img, svg, canvas, .missing-media', 'picture'],
];

/** The part of a slide that goes furthest past its edge; `null` where all is inside. The slide is in the page, at its true size. */
export function slideOverflow(section: HTMLElement): SlideOverflow | null {
  const page = section.getBoundingClientRect();
  // On paper it may stand smaller than it is.
  const scale = section.offsetWidth === 0 ? 1 : page.width / section.offsetWidth;
  let worst: SlideOverflow | null = null;
  const consider = (element: Element, side: OverflowSide, by: number, near: string): void => {
    const pixels = Math.round(by / scale);
    if (by / scale > tolerance && pixels > (worst?.pixels ?? 0))
      worst = { what: nameOf(element, section), side, pixels, near };
  };
  for (const { element, box, near } of contents(section)) {
    const seen = clipped(element, section, box);
    consider(element, 'bottom', seen.bottom - page.bottom, near);
    consider(element, 'right', seen.right - page.right, near);
    consider(element, 'top', page.top - seen.top, near);
    consider(element, 'left', page.left - seen.left, near);
  }
  for (const code of section.querySelectorAll('pre > code'))
    consider(
      code,
      'cut',
      (code.scrollHeight - code.clientHeight) * scale,
      code.textContent.trim().split('\n').at(-1) ?? '',
    );
  return worst;
}

/** What goes too far, in words: `The list goes 40 px below the slide’s edge.` */
export function saysOverflow({ what, side, pixels }: SlideOverflow): string {
  const size = `${pixels.toLocaleString('en')} px`;
  const places: Readonly<Record<OverflowSide, string>> = {
    bottom: `goes ${size} below the slide’s edge`,
    right: `goes ${size} past the slide’s right edge`,
    top: `goes ${size} above the slide’s edge`,
    left: `goes ${size} past the slide’s left edge`,
    cut: `is ${size} too long for its place and is cut off`,
  };
  return `The ${what} ${places[side]}.`;
}

/** What its author can do about it. */
export function mendsOverflow({ side }: SlideOverflow): string {
  return side === 'left' || side === 'right' ? 'Shorten it, or make it narrower.' : 'Shorten it, or split the slide.';
}

interface Content {
  readonly element: Element;
  readonly box: DOMRect;
  readonly near: string;
}

/** Every text and every picture of a slide that takes up room. */
function* contents(section: HTMLElement): Generator<Content> {
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches('aside.notes, .slide-foot, .katex-mathml, .ui-visually-hidden, .ink-layer')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const range = document.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (!node.matches('img, svg, video, canvas, .missing-media')) continue;
      const box = node.getBoundingClientRect();
      const near =
        node.getAttribute('alt') ||
        decodeURI(node.getAttribute('src') ?? '')
          .split('/')
          .at(-1) ||
        '';
      if (box.width > 0 && box.height > 0) yield { element: node, box, near };
    } else if (node.parentElement !== null && (node.nodeValue ?? '').trim() !== '') {
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width > 0 && box.height > 0)
        yield { element: node.parentElement, box, near: (node.nodeValue ?? '').trim() };
    }
  }
}

type Box = Pick<DOMRect, 'top' | 'right' | 'bottom' | 'left'>;

/** What can be seen of a box through the elements around it that hide what does not fit them. */
function clipped(element: Element, section: HTMLElement, { top, right, bottom, left }: DOMRect): Box {
  let seen: Box = { top, right, bottom, left };
  for (let around: Element | null = element; around !== null && around !== section; around = around.parentElement) {
    if (around instanceof SVGElement) continue;
    const { overflowX, overflowY } = getComputedStyle(around);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const box = around.getBoundingClientRect();
    if (overflowY !== 'visible')
      seen = { ...seen, top: Math.max(seen.top, box.top), bottom: Math.min(seen.bottom, box.bottom) };
    if (overflowX !== 'visible')
      seen = { ...seen, left: Math.max(seen.left, box.left), right: Math.min(seen.right, box.right) };
  }
  return seen;
}

function nameOf(element: Element, section: HTMLElement): string {
  for (const [selector, name] of names) {
    const found = element.closest(selector);
    if (found !== null && section.contains(found)) return name;
  }
  return 'text';
}
