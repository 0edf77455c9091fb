import { linkTarget } from '../slide/links.ts';

/** The id of the page of slide `number`. A deck’s own ids begin otherwise. */
export function pageId(number: number): string {
  return `page-${number}`;
}

/**
 * Makes links between slides links between pages. A link to a slide that is not printed, or to a file beside the deck,
 * would lead nowhere: it becomes plain text.
 * @param numbers slide numbers by place, such as `2/1`
 */
export function aimLinks(pages: readonly HTMLElement[], numbers: ReadonlyMap<string, number>): void {
  const ids = new Set(pages.flatMap((page) => [page, ...page.querySelectorAll('[id]')]).map(({ id }) => id));
  for (const page of pages) {
    for (const anchor of page.querySelectorAll('a')) {
      const target = linkTarget(anchor);
      if (target?.kind === 'file') anchor.removeAttribute('href');
      if (target?.kind === 'element') aim(anchor, target.id, ids);
      if (target?.kind === 'place') aim(anchor, pageId(numbers.get(`${target.h}/${target.v}`) ?? 0), ids);
    }
  }
}

function aim(anchor: HTMLAnchorElement, id: string, ids: ReadonlySet<string>): void {
  if (ids.has(id)) anchor.setAttribute('href', `#${encodeURIComponent(id)}`);
  else anchor.removeAttribute('href');
}
