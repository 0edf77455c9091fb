import { replaceMissingImages } from '../slide/media.ts';
import type { StageSlide } from './stage-source.ts';

/** Column and row, from 0; `v` is `undefined` for a slide that is a column by itself, as reveal.js wants it. */
export interface SectionPlace {
  readonly h: number;
  readonly v: number | undefined;
}

const revealClasses = new Set(['present', 'past', 'future', 'stack']);
const revealAttributes = new Set([
  'class',
  'style',
  'hidden',
  'aria-hidden',
  'inert',
  'data-fragment',
  'data-previous-indexv',
]);

/**
 * The sections inside reveal's `.slides`: one for each slide, kept by key, nested where slides stand in stacks. Slides that
 * change places take their section with them.
 */
export class SectionTree {
  readonly #root: HTMLElement;
  readonly #sections = new Map<string, HTMLElement>();
  readonly #keys = new WeakMap<Element, string>();
  readonly #places = new Map<string, SectionPlace>();
  #slides: readonly StageSlide[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  get slides(): readonly StageSlide[] {
    return this.#slides;
  }

  section(key: string): HTMLElement | undefined {
    return this.#sections.get(key);
  }

  keyOf(section: Element): string | undefined {
    return this.#keys.get(section);
  }

  place(key: string): SectionPlace | undefined {
    return this.#places.get(key);
  }

  /** The slide at a place by numbers, as links such as `#/2/1` name it. */
  keyAt(h: number, v: number): string | undefined {
    return columnsOf(this.#slides)[h]?.[v];
  }

  /** Keys of a slide and those up to `distance` before and after it in file order, the nearest first. */
  near(key: string, distance: number): readonly string[] {
    const at = this.#slides.findIndex((slide) => slide.key === key);
    const offsets = Array.from({ length: distance }, (_, i) => [i + 1, -i - 1]).flat();
    return [0, ...offsets].flatMap((offset) => this.#slides[at + offset]?.key ?? []);
  }

  /** Puts the sections in the order of `slides`; says whether anything moved, came or went. */
  arrange(slides: readonly StageSlide[]): boolean {
    if (slides === this.#slides) return false;
    const present = new Set(slides.map(({ key }) => key));
    for (const [key, section] of this.#sections) {
      if (present.has(key)) continue;
      section.remove();
      this.#sections.delete(key);
      this.#places.delete(key);
    }
    const before = this.#slides;
    this.#slides = slides;
    if (
      slides.length === before.length &&
      slides.every((slide, i) => slide.key === before[i]?.key && slide.break === before[i]?.break)
    )
      return false;
    setChildren(
      this.#root,
      columnsOf(slides).map((column, h) => this.#column(column, h)),
    );
    return true;
  }

  #column(column: readonly string[], h: number): HTMLElement {
    const sections = column.map((key, v) => {
      this.#places.set(key, { h, v: column.length > 1 ? v : undefined });
      return this.#sectionFor(key);
    });
    const [only] = sections;
    if (only !== undefined && sections.length === 1) return only;
    const wrapper = sections
      .map((section) => section.parentElement)
      .find((parent) => parent !== null && parent !== this.#root);
    const stack = wrapper ?? document.createElement('section');
    setChildren(stack, sections);
    return stack;
  }

  #sectionFor(key: string): HTMLElement {
    const known = this.#sections.get(key);
    if (known !== undefined) return known;
    const section = document.createElement('section');
    replaceMissingImages(section);
    this.#sections.set(key, section);
    this.#keys.set(section, key);
    return section;
  }
}

function columnsOf(slides: readonly StageSlide[]): readonly (readonly string[])[] {
  const columns: string[][] = [];
  for (const slide of slides) {
    const last = columns.at(-1);
    if (slide.break === 'vertical' && last !== undefined) last.push(slide.key);
    else columns.push([slide.key]);
  }
  return columns;
}

/** Makes these the children of `parent`, in this order, and moves only those that stand elsewhere. */
function setChildren(parent: HTMLElement, children: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(children);
  for (const child of Array.from(parent.children)) if (!wanted.has(child)) child.remove();
  let after: Element | null = parent.firstElementChild;
  for (const child of children) {
    if (child === after) after = after.nextElementSibling;
    else parent.insertBefore(child, after);
  }
}

/** Gives a mounted section the attributes and content of a rendered one; what reveal.js keeps on it stays. */
export function dressSection(section: HTMLElement, rendered: HTMLElement): void {
  for (const name of section.getAttributeNames()) {
    if (!revealAttributes.has(name) && !rendered.hasAttribute(name)) section.removeAttribute(name);
  }
  for (const { name, value } of rendered.attributes) if (!revealAttributes.has(name)) section.setAttribute(name, value);
  const kept = [...section.classList].filter((name) => revealClasses.has(name));
  section.className = [...rendered.classList, ...kept].join(' ');
  const { display } = section.style;
  section.style.cssText = rendered.style.cssText;
  section.style.display = display;
  section.replaceChildren(...rendered.childNodes);
}
