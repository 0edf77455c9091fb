import { replaceMissingImages } from '../slide/media.ts';
import type { StagePlace } from './stage-map.ts';
import type { MountedColumn } from './stage-window.ts';

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
 * The sections inside reveal's `.slides`: one for each mounted slide, kept by key, nested where slides stand in stacks. Slides
 * that change places take their section with them.
 */
export class SectionTree {
  readonly #root: HTMLElement;
  readonly #sections = new Map<string, HTMLElement>();
  readonly #keys = new WeakMap<Element, string>();
  readonly #places = new Map<string, StagePlace>();
  #columns: readonly MountedColumn[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  section(key: string): HTMLElement | undefined {
    return this.#sections.get(key);
  }

  keyOf(section: Element): string | undefined {
    return this.#keys.get(section);
  }

  /** Where a slide's section stands among those in the page. */
  place(key: string): StagePlace | undefined {
    return this.#places.get(key);
  }

  /** Has just these sections in the page, in this order; says whether anything moved, came or went. */
  arrange(columns: readonly MountedColumn[]): boolean {
    if (sameColumns(columns, this.#columns)) return false;
    this.#columns = columns;
    const wanted = new Set(columns.flatMap(({ keys }) => keys));
    for (const [key, section] of this.#sections) {
      if (wanted.has(key)) continue;
      section.remove();
      this.#sections.delete(key);
      this.#places.delete(key);
    }
    setChildren(
      this.#root,
      columns.map((column, h) => this.#column(column, h)),
    );
    return true;
  }

  #column({ keys, stacked }: MountedColumn, h: number): HTMLElement {
    const sections = keys.map((key, v) => {
      this.#places.set(key, { h, v });
      return this.#sectionFor(key);
    });
    const [only] = sections;
    if (only !== undefined && !stacked) return only;
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

function sameColumns(a: readonly MountedColumn[], b: readonly MountedColumn[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ stacked, keys }, i) => {
      const other = b[i];
      return (
        stacked === other?.stacked && keys.length === other.keys.length && keys.every((key, v) => key === other.keys[v])
      );
    })
  );
}

/** Makes these the children of `parent`, in this order, and moves only those that stand elsewhere. */
export function setChildren(parent: HTMLElement, children: readonly Element[]): void {
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
