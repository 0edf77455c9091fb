import type { DrawnLink, DrawnPart, TextPart } from '../../../core/export/drawn-deck.ts';
import type { Diagnostic } from '../../../core/diagnostic.ts';
import { linkTarget } from '../../slide/links.ts';
import { groundOf } from './draw-ground.ts';
import { drawCode, drawLines } from './draw-lines.ts';
import { hangOf, markerOf } from './draw-markers.ts';
import { areaPicture, type Pictures } from './draw-picture.ts';
import type { RunSource } from './draw-runs.ts';
import { drawTable } from './draw-table.ts';
import { FramePlace, insets, pixels, within } from './frame-place.ts';
import { computedLook } from './look-of.ts';
import { type Flow, PartList } from './part-list.ts';

export interface SlideDrawing {
  readonly parts: readonly DrawnPart[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface DrawSlideOptions {
  readonly lang: string;
  readonly pictures: Pictures;
  /** The number of the slide on the page with this id; `null` where there is none. */
  readonly slideAt: (id: string) => number | null;
}

/** Corners that are rounder than this, in slide units, can be seen to be. */
const roundCorner = 8;

const graphics = 'svg, math, video, canvas, progress, meter, object';
const headings = 'h1, h2, h3, h4, h5, h6';
const leftOut = '.slide-foot, .ink-layer, aside.notes, script, style, template';

/**
 * Takes a slide that is laid out apart into texts, tables, pictures and shapes, where they stand. It goes by what the browser
 * has made of the slide, so that raw HTML and the deck’s own styles count as much as Markdown does.
 */
export class SlideDrawer {
  readonly #section: HTMLElement;
  readonly #options: DrawSlideOptions;
  readonly #place: FramePlace;
  readonly #parts = new PartList();
  readonly #simplified = new Set<string>();
  readonly #title: Element | null;
  readonly #isTitleSlide: boolean;
  readonly #source: RunSource;

  constructor(section: HTMLElement, options: DrawSlideOptions) {
    this.#section = section;
    this.#options = options;
    this.#place = new FramePlace(section);
    this.#isTitleSlide = section.classList.contains('title-slide');
    const title = [...section.querySelectorAll(headings)].find(
      (heading) => heading.textContent.trim() !== '' && heading.getClientRects().length > 0,
    );
    this.#title = title ?? null;
    this.#source = {
      look: (element) => computedLook(element, options.lang),
      keepsSpaces: (element) => /pre|break-spaces/.test(getComputedStyle(element).whiteSpace),
      isShown,
      before: textBefore,
      picture: (element) => this.#pictureInLine(element),
      link: (anchor) => this.#link(anchor),
    };
  }

  draw(): SlideDrawing {
    const flow = this.#flow(this.#section, this.#isTitleSlide ? 'subtitle' : 'body');
    this.#children(this.#section, flow, 0);
    const diagnostics = [...this.#simplified].map((message): Diagnostic => ({
      code: 'simplified',
      severity: 'hint',
      message,
    }));
    return { parts: this.#parts.all(), diagnostics };
  }

  #flow(element: Element, role: Flow['role']): Flow {
    const style = getComputedStyle(element);
    const column = within(this.#place.onSlide(element.getBoundingClientRect()), insets(style));
    return { role, column, isRightToLeft: style.direction === 'rtl' };
  }

  /** @param level how many lists are around */
  #children(element: Element, flow: Flow, level: number): void {
    let line: Node[] = [];
    const endLine = (): void => {
      this.#line(line, element, flow, level);
      line = [];
    };
    for (const child of element.childNodes) {
      if (child instanceof Element && !isInLine(child)) {
        endLine();
        this.#block(child, flow, level);
      } else if (!(child instanceof Comment)) line.push(child);
    }
    endLine();
  }

  #block(element: Element, flow: Flow, level: number): void {
    if (!isShown(element) || element.matches(leftOut)) return;
    const style = getComputedStyle(element);
    if (element.matches(graphics) || isTurned(style)) {
      this.#asPicture(element);
      return;
    }
    if (element instanceof HTMLImageElement) {
      this.#image(element);
      return;
    }
    if (element instanceof HTMLAudioElement) {
      this.#simplified.add(`Sound is left out of the presentation: ${fileName(element)}.`);
      return;
    }
    if (element.matches('.code-block')) {
      this.#parts.add(drawCode(element, this.#place, this.#source));
      return;
    }
    if (element instanceof HTMLTableElement) {
      this.#table(element, flow, level);
      return;
    }
    const from = this.#parts.length;
    const ground = groundOf(element, style, this.#place);
    const [box] = ground;
    const hasBox = box !== undefined && box.name === 'Box';
    const inner = this.#innerFlow(element, style, flow, hasBox);
    if (inner !== flow) this.#parts.divide();
    this.#children(element, inner, element.matches('ul, ol') ? level + 1 : level);
    if (inner !== flow) this.#parts.divide();
    // A box with one text in it is that text’s own ground: they are moved as one.
    const isSquare = box?.form.kind === 'rectangle' && box.form.radius < roundCorner;
    const isPlain = hasBox && ground.length === 1 && box.line === null && isSquare;
    const inText = (text: TextPart): TextPart => ({
      ...text,
      box: box?.box ?? text.box,
      inset: insets(style),
      fill: box?.fill ?? null,
    });
    if (isPlain && this.#parts.changeOnlyText(from, inText)) return;
    for (const part of ground.toReversed()) this.#parts.putBelow(from, part);
  }

  /** A column, a box or anything that stands apart has its text for itself. */
  #innerFlow(element: Element, style: CSSStyleDeclaration, flow: Flow, hasGround: boolean): Flow {
    if (element === this.#title) return this.#flow(element, 'title');
    if (element.matches('.source, .footnotes')) return this.#flow(element, 'text');
    if (element.matches('.column')) return this.#flow(element, flow.role === 'body' ? 'body' : 'text');
    const parent = element.parentElement;
    const isItem = parent !== null && parent !== this.#section && /flex|grid/.test(getComputedStyle(parent).display);
    const isApart =
      isItem ||
      hasGround ||
      /absolute|fixed/.test(style.position) ||
      style.float !== 'none' ||
      style.columnCount !== 'auto';
    return isApart ? this.#flow(element, 'text') : flow;
  }

  #line(nodes: readonly Node[], block: Element, flow: Flow, level: number): void {
    const drawn = drawLines(nodes, block, this.#place, this.#source);
    if (drawn === null) return;
    const item = block.closest('li');
    const isItem = item !== null && this.#section.contains(item) && level > 0;
    const style = getComputedStyle(block);
    const { x, width } = this.#place.onSlide(block.getBoundingClientRect());
    const [, right, , left] = insets(style);
    const indent = flow.isRightToLeft
      ? flow.column.x + flow.column.width - (x + width - right)
      : x + left - flow.column.x;
    const marker = isItem && isFirstLine(nodes, item) ? markerOf(item) : null;
    const hang = marker === null || item === null ? 0 : hangOf(marker, item);
    const place = { level: isItem ? level - 1 : 0, marker, indent: Math.max(0, indent) };
    this.#parts.addParagraph(
      { ...drawn, paragraph: { ...drawn.paragraph, ...place, hang: Math.min(hang, place.indent) } },
      flow,
    );
  }

  #table(element: HTMLTableElement, flow: Flow, level: number): void {
    if (element.caption !== null) this.#block(element.caption, flow, level);
    const table = drawTable(element, this.#place, this.#source);
    if (table !== null) this.#parts.add(table);
  }

  #image(element: HTMLImageElement): void {
    const anchor = element.closest('a');
    const link = anchor === null ? null : this.#link(anchor);
    const part = this.#options.pictures.image(element, this.#place, link);
    if (part !== null) this.#parts.add(part);
  }

  /** What no presentation has: it is shown as it is here, with what it says in words. */
  #asPicture(element: Element): void {
    if (element.getClientRects().length === 0) return;
    const name = element.matches(graphics) ? element.localName : 'turned text';
    const what: Readonly<Record<string, string>> = {
      svg: 'A drawing in the text',
      math: 'A formula',
      video: `The video ${fileName(element)}`,
      'turned text': 'Text that is turned or scaled',
    };
    this.#simplified.add(`${what[name] ?? `<${name}>`} is a still picture in the presentation.`);
    this.#parts.add(areaPicture(element, this.#place));
  }

  #pictureInLine(element: Element): string {
    const { width } = element.getBoundingClientRect();
    if (element instanceof HTMLImageElement) this.#image(element);
    else if (element instanceof HTMLAudioElement) {
      this.#simplified.add(`Sound is left out of the presentation: ${fileName(element)}.`);
      return '';
    } else this.#asPicture(element);
    // A no-break space is about a quarter of its letters’ size.
    const size = pixels(getComputedStyle(element.parentElement ?? element).fontSize);
    return size === 0 ? '' : '\u00A0'.repeat(Math.min(200, Math.ceil(width / (size * 0.27))));
  }

  #link(anchor: HTMLAnchorElement): DrawnLink | null {
    const target = linkTarget(anchor);
    if (target?.kind === 'web') return { kind: 'web', address: target.href };
    if (target?.kind !== 'element') return null;
    const number = this.#options.slideAt(target.id);
    return number === null ? null : { kind: 'slide', number };
  }
}

/** Whether an element runs in a line with the text around it. */
function isInLine(element: Element): boolean {
  if (element.tagName === 'BR' || element.tagName === 'INPUT') return true;
  const { display } = getComputedStyle(element);
  if (display === 'none') return true;
  if (element.matches('.missing-media')) return false;
  if (display === 'inline' || display === 'contents' || display.startsWith('ruby')) return true;
  return display === 'inline-block' && [...element.children].every(isInLine);
}

function isShown(element: Element): boolean {
  const { display, visibility } = getComputedStyle(element);
  return display !== 'none' && visibility === 'visible';
}

/** Turned, slanted or scaled: its own box says nothing of where its text stands. */
function isTurned({ transform, rotate, scale }: CSSStyleDeclaration): boolean {
  const matrix = transform === 'none' ? null : new DOMMatrixReadOnly(transform);
  const moves = matrix === null || (matrix.a === 1 && matrix.b === 0 && matrix.c === 0 && matrix.d === 1);
  return !moves || (rotate !== 'none' && rotate !== '0deg') || (scale !== 'none' && scale !== '1');
}

/** Whether these nodes are the first in the item that say something. */
function isFirstLine(nodes: readonly Node[], item: Element): boolean {
  const [first] = nodes;
  if (first === undefined) return false;
  const before = document.createRange();
  before.setStart(item, 0);
  before.setEndBefore(first);
  return before.toString().trim() === '';
}

/** What the look’s style sheet writes in front of these elements. */
function textBefore(element: Element): string {
  if (element.matches('.footnote-item')) {
    const items = [...(element.parentElement?.children ?? [])];
    const at = items.indexOf(element);
    return `${at > 0 ? '\u2003' : ''}${at + 1}\u2002`;
  }
  if (element.matches('.footnote-ref + .footnote-ref')) return ', ';
  const { content } = getComputedStyle(element, '::before');
  return /^"((?:[^"\\]|\\.)*)"$/.exec(content)?.[1]?.replace(/\\(.)/g, '$1') ?? '';
}

function fileName(element: Element): string {
  const address = element.getAttribute('src') ?? element.querySelector('source')?.getAttribute('src') ?? '';
  const last = address.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
