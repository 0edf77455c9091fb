import { markName } from '../../core/export/page-marks.ts';
import { linkTarget } from '../slide/links.ts';

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
      if (target?.kind === 'place') aim(anchor, slideMark(numbers.get(`${target.h}/${target.v}`) ?? 0), ids);
    }
  }
}

function slideMark(slide: number): string {
  return markName({ kind: 'slide', slide, step: 0 });
}

function aim(anchor: HTMLAnchorElement, id: string, ids: ReadonlySet<string>): void {
  if (ids.has(id)) anchor.setAttribute('href', `#${encodeURIComponent(id)}`);
  else anchor.removeAttribute('href');
}

/**
 * Links to every mark on the pages, out of sight: a PDF tells only of places that some link names, and whoever finishes it
 * has to know where everything is.
 */
export function linksToMarks(pages: readonly HTMLElement[]): HTMLElement {
  const list = document.createElement('nav');
  list.hidden = true;
  for (const page of pages) {
    for (const { id } of [page, ...page.querySelectorAll('[data-mark]')]) {
      if (id === '') continue;
      const link = document.createElement('a');
      link.href = `#${id}`;
      list.append(link);
    }
  }
  return list;
}
