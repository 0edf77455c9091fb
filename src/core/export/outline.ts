/** What an outline needs to know of a slide. */
export interface OutlinedSlide {
  /** From 1 in file order. */
  readonly number: number;
  /** Column in reveal.js, from 0: slides of one stack share it. */
  readonly h: number;
  /** Plain text; '' for a slide without a title, which gets no entry. */
  readonly title: string;
}

/** One entry of a document's outline. */
export interface OutlineEntry {
  readonly title: string;
  /** Index of the page it points at, from 0. */
  readonly page: number;
  readonly children: readonly OutlineEntry[];
}

/**
 * The outline of a document in which `slides` have one page each, in this order: every titled slide once, the slides of
 * a stack under the first titled one of it.
 */
export function planOutline(slides: readonly OutlinedSlide[]): readonly OutlineEntry[] {
  const entries: (OutlineEntry & { readonly children: OutlineEntry[] })[] = [];
  let column = -1;
  for (const [page, { h, title }] of slides.entries()) {
    if (title === '') continue;
    const head = entries.at(-1);
    if (head !== undefined && h === column) head.children.push({ title, page, children: [] });
    else entries.push({ title, page, children: [] });
    column = h;
  }
  return entries;
}
