import { setChildren } from './section-tree.ts';

/** Makes reveal.js's background of a section at the end of a container, and ties it to the section. */
export type MakeBackground = (section: HTMLElement, container: Element) => unknown;

/**
 * Gives every section in the page its background, in the same order and nesting, and takes away those of sections that left.
 * reveal.js would make all of them anew, which is seen.
 */
export function arrangeBackgrounds(slides: Element, backgrounds: HTMLElement, make: MakeBackground): void {
  const under = (sections: readonly Element[], container: HTMLElement, kept: readonly Element[]): void =>
    setChildren(container, [
      ...kept,
      ...sections.map((section) => backgroundOf(section, container, make)).filter((found) => found !== null),
    ]);
  const columns = Array.from(slides.children);
  under(columns, backgrounds, []);
  for (const column of columns) {
    const own = backgroundOf(column, backgrounds, make);
    if (own === null) continue;
    const rows = Array.from(column.children).filter((child) => child.tagName === 'SECTION');
    own.classList.toggle('stack', rows.length > 0);
    under(rows, own, Array.from(own.querySelectorAll(':scope > .slide-background-content')));
  }
}

function backgroundOf(section: Element, container: Element, make: MakeBackground): HTMLElement | null {
  if (!(section instanceof HTMLElement)) return null;
  if (!('slideBackgroundElement' in section)) make(section, container);
  const found = 'slideBackgroundElement' in section ? section.slideBackgroundElement : null;
  return found instanceof HTMLElement ? found : null;
}
