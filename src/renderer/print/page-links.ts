import { markName } from '../../core/export/page-marks.ts';
import { linkTarget } from '../slide/links.ts';

/**
 * Makes links between slides links between pages. A link to a slide that is not printed, or to a file beside the deck,
 * would lead nowhere: it becomes plain text.
 * @param numbers slide numbers by place, such as `2/1`
 * @param isPart whether other pages of the document are elsewhere: then whoever puts them together knows what leads nowhere
 * @returns something to lead to, out of sight, for links to other parts: the browser drops those that lead to nothing
 */
export function aimLinks(
  pages: readonly HTMLElement[],
  numbers: ReadonlyMap<string, number>,
  isPart: boolean,
): readonly HTMLElement[] {
  const strange = new Set<string>();
  const ids = new Set(pages.flatMap((page) => [page, ...page.querySelectorAll('[id]')]).map(({ id }) => id));
  const aim = (anchor: HTMLAnchorElement, id: string | null): void => {
    if (id === null || !(isPart || ids.has(id))) return anchor.removeAttribute('href');
    anchor.setAttribute('href', `#${encodeURIComponent(id)}`);
    if (!ids.has(id)) strange.add(id);
  };
  for (const page of pages) {
    for (const anchor of page.querySelectorAll('a')) {
      const target = linkTarget(anchor);
      if (target?.kind === 'file') anchor.removeAttribute('href');
      if (target?.kind === 'element') aim(anchor, target.id);
      if (target?.kind === 'place') aim(anchor, slideMark(numbers.get(`${target.h}/${target.v}`)));
    }
  }
  return [...strange].map((id) => {
    const stand = document.createElement('div');
    stand.hidden = true;
    stand.id = id;
    return stand;
  });
}

function slideMark(slide: number | undefined): string | null {
  return slide === undefined ? null : markName({ kind: 'slide', slide, step: 0 });
}

/**
 * Links to everything on the pages that has a name, out of sight: a PDF tells only of places that some link names, and whoever
 * finishes it has to know where everything is.
 */
export function linksToAll(pages: readonly HTMLElement[]): HTMLElement {
  const list = document.createElement('nav');
  list.hidden = true;
  for (const page of pages) {
    for (const { id } of [page, ...page.querySelectorAll('[id]')]) {
      if (id === '') continue;
      const link = document.createElement('a');
      link.href = `#${encodeURIComponent(id)}`;
      list.append(link);
    }
  }
  return list;
}
