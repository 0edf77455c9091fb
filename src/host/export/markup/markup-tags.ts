import type { StructElement, StructKid } from '../pdf-structure.ts';

/** An annotation to be tagged, and the slide that it lies on. */
export interface MarkupTag {
  readonly number: number;
  /** Object number of the page. */
  readonly page: number;
  /** Which of the slides on the page, from 0. */
  readonly onPage: number;
}

/** Puts a tag for each annotation to the end of its slide’s section: that is where they are read. */
export function withMarkupTags(root: StructElement, tags: readonly MarkupTag[]): StructElement {
  if (tags.length === 0) return root;
  const waiting = Map.groupBy(tags, ({ page }) => page);
  const seen = new Map<number, number>();
  const kids = root.kids.map((kid): StructKid => {
    const page = kid.kind === 'element' ? firstPage(kid) : null;
    if (kid.kind !== 'element' || page === null) return kid;
    const place = seen.get(page) ?? 0;
    seen.set(page, place + 1);
    const all = waiting.get(page) ?? [];
    const own = all.filter(({ onPage }) => onPage === place);
    if (own.length === 0) return kid;
    waiting.set(
      page,
      all.filter((tag) => !own.includes(tag)),
    );
    return { ...kid, kids: [...kid.kids, ...own.map(annotationTag)] };
  });
  // A slide on which nothing is to be read has no section yet.
  const rest = [...waiting.values()].flat();
  if (rest.length === 0) return { ...root, kids };
  const sections = [...Map.groupBy(rest, ({ page, onPage }) => `${page} ${onPage}`).values()];
  return {
    ...root,
    kids: [
      ...kids,
      ...sections.map((own) => ({
        kind: 'element' as const,
        type: 'Sect',
        entries: new Map<string, string>(),
        kids: own.map(annotationTag),
      })),
    ],
  };
}

function annotationTag({ number, page }: MarkupTag): StructElement {
  return { kind: 'element', type: 'Annot', entries: new Map(), kids: [{ kind: 'annotation', number, page }] };
}

/** The page on which what an element holds begins. */
function firstPage(element: StructElement): number | null {
  for (const kid of element.kids) {
    const page = kid.kind === 'element' ? firstPage(kid) : kid.page;
    if (page !== null) return page;
  }
  return null;
}
