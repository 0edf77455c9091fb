/** Pages of text around the slides: the cover, the notes, the sources. They look like paper, whatever the deck looks like. */
import { markName, slideName } from '../../core/export/page-marks.ts';
import type { PageLayout } from '../../core/export/page-layout.ts';
import type { PrintCover, PrintSlide, PrintSource } from '../../core/export/print-job.ts';
import { slideLabel } from '../../core/deck/slide-label.ts';
import type { RenderedSlide } from '../slide/slide-element.ts';
import { flowingSheet } from './sheet.ts';

export function coverPage({ title, subtitle, author, date, extent }: PrintCover, layout: PageLayout): HTMLElement {
  const page = flowingSheet(layout);
  page.classList.add('print-cover');
  markAs(page, 'cover');
  page.append(
    ...[written('h1', title), written('p', subtitle, 'print-cover-subtitle')].flat(),
    ...[author, date, extent].flatMap((text) => written('p', text, 'print-cover-fact')),
  );
  return page;
}

/** A slide’s notes under a heading of their own; `null` where it has none. */
export function notesPart({ section }: RenderedSlide, slide: PrintSlide): HTMLElement | null {
  const notes = section.querySelector(':scope > aside.notes');
  if (notes === null) return null;
  const part = document.createElement('article');
  part.className = 'print-notes';
  part.id = markName({ kind: 'notes', slide: slide.number, step: 0 });
  part.dataset['mark'] = `Notes to ${slideName(slide).replace(/^S/, 's')}`;
  const content = notes.cloneNode(true) as HTMLElement;
  for (const element of content.querySelectorAll('[id]')) element.removeAttribute('id');
  // A heading in notes stands below theirs.
  part.append(...written('h6', `Notes to ${slideName(slide).replace(/^S/, 's')}`), ...content.childNodes);
  return part;
}

export function sourcesPage(
  sources: readonly PrintSource[],
  slides: ReadonlyMap<number, PrintSlide>,
  layout: PageLayout,
): HTMLElement {
  const page = flowingSheet(layout);
  page.classList.add('print-sources');
  markAs(page, 'sources');
  const list = document.createElement('ol');
  for (const source of sources) {
    const item = document.createElement('li');
    item.append(...written('span', source.text));
    for (const fact of source.facts) item.append(', ', fact);
    if (source.url !== '') item.append('. ', link(source.url, source.url));
    const cited = source.slides.flatMap((number) => slides.get(number) ?? []);
    if (cited.length > 0) item.append(cited.length === 1 ? '. Slide ' : '. Slides ');
    for (const [i, slide] of cited.entries())
      item.append(i === 0 ? '' : ', ', link(`#/${slide.h}/${slide.v}`, slideLabel(slide)));
    list.append(item);
  }
  page.append(...written('h1', 'Sources'), list);
  return page;
}

function markAs(page: HTMLElement, kind: 'cover' | 'sources'): void {
  page.id = markName({ kind, slide: 0, step: 0 });
  page.dataset['mark'] = kind === 'cover' ? 'Cover' : 'Sources';
}

function link(address: string, text: string): HTMLElement {
  const anchor = document.createElement('a');
  if (/^(?:https?:|mailto:|#)/i.test(address)) anchor.href = address;
  anchor.textContent = text;
  return anchor;
}

/** An element with this text; none without text. */
function written(name: string, text: string, className = ''): readonly HTMLElement[] {
  if (text === '') return [];
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return [element];
}
