/** What an outline needs to know of a slide. */
export interface OutlinedSlide {
  /** Column in reveal.js, from 0: slides of one stack share it. */
  readonly h: number;
  /** Plain text; '' for a slide without a title, which gets no entry. */
  readonly title: string;
  /** Whether a section of the deck begins with it. */
  readonly startsSection: boolean;
  /** Index of its page, from 0. */
  readonly page: number;
}

/** One entry of a document's outline. */
export interface OutlineEntry {
  readonly title: string;
  /** Index of the page it points at, from 0. */
  readonly page: number;
  readonly children: readonly OutlineEntry[];
}

interface GrowingEntry extends OutlineEntry {
  readonly children: GrowingEntry[];
}

/**
 * The outline of a document that holds `slides` in this order: every titled slide once, the slides of a stack under the first
 * titled one of it, and what belongs to a section under the slide that starts it. A lone section is none.
 */
export function planOutline(slides: readonly OutlinedSlide[]): readonly OutlineEntry[] {
  const hasSections = slides.filter(({ startsSection, title }) => startsSection && title !== '').length > 1;
  const entries: GrowingEntry[] = [];
  let section = entries;
  /** What is under the first titled slide of the current column. */
  let stack = entries;
  let column = -1;
  for (const { h, title, page, startsSection } of slides) {
    if (title === '') continue;
    const entry: GrowingEntry = { title, page, children: [] };
    if (hasSections && startsSection) {
      entries.push(entry);
      section = stack = entry.children;
    } else if (h === column) stack.push(entry);
    else {
      section.push(entry);
      stack = entry.children;
    }
    column = h;
  }
  return entries;
}
