import type { SlidesJob, WebSlides } from '../../../contract/slides-job.ts';
import { isDataImage } from '../../../core/markdown/local-url.ts';
import { dressInLook, slideFoot } from '../../slide/deck-look.ts';
import { showDrawings } from '../../slide/ink-layer.ts';
import { linkTarget } from '../../slide/links.ts';
import { backgroundContrast } from '../../slide/slide-background.ts';
import type { LaidOutDeck, LaidOutSlide } from '../sheets.ts';
import { AssetList } from './asset-list.ts';
import { usedFonts } from './used-fonts.ts';

/** The id that a slide has which its author gave none. A deck’s own ids begin otherwise. */
function sectionId(number: number): string {
  return `slide-${number}`;
}

/**
 * The slides as they were sanitised, for a page that has nothing but them: with their feet and ink, links that lead to what is
 * there, and without the notes where those are not wanted.
 */
export async function webSlides(job: SlidesJob, { look, slides }: LaidOutDeck): Promise<WebSlides> {
  const assets = new AssetList(new URL('/', document.baseURI).href);
  const places = new Map<string, string>();
  const sections = slides.map((slide) => {
    const section = webSection(slide, job.notes);
    section.append(slideFoot(slide.rendered.label, look));
    showDrawings(section, slide.slide.drawings, look);
    places.set(`${slide.slide.h}/${slide.slide.v}`, section.id);
    return section;
  });
  const ids = new Set(
    sections.flatMap((section) => [section, ...section.querySelectorAll('[id]')]).map(({ id }) => id),
  );
  for (const section of sections) {
    aimLinks(section, places, ids);
    nameAssets(section, assets);
  }

  const columns = new Map<number, HTMLElement[]>();
  for (const [at, section] of sections.entries()) {
    const h = slides[at]?.slide.h ?? 0;
    columns.set(h, [...(columns.get(h) ?? []), section]);
  }
  const host = document.createElement('div');
  dressInLook(host, look);
  const deckCss = document.adoptedStyleSheets.flatMap((sheet) =>
    Array.from(sheet.cssRules, ({ cssText }) => assets.inRule(cssText)),
  );
  const css = [await usedFonts(assets), ...deckCss].join('\n');
  // The addresses that the deck’s style sheets go by mean nothing elsewhere.
  const names = look.css.map(({ address }, at) => [address, `deck-${at + 1}`] as const);
  const renamed = (text: string): string => names.reduce((all, [address, name]) => all.replaceAll(address, name), text);
  return {
    columns: [...columns.values()].map(columnMarkup),
    assets: assets.paths(),
    css: renamed(css),
    look: Object.fromEntries(Array.from(host.attributes, ({ name, value }) => [name, renamed(value)])),
  };
}

function webSection({ slide, rendered }: LaidOutSlide, notes: boolean): HTMLElement {
  const section = rendered.section.cloneNode(true) as HTMLElement;
  // Whoever exports a hidden slide wants it to be seen; others are not in the job.
  section.removeAttribute('data-visibility');
  if (section.id === '') section.id = sectionId(slide.number);
  // reveal.js sees to these itself; on paper, and without it, they hold.
  const contrast = backgroundContrast(section);
  if (contrast !== null) section.classList.add(contrast);
  const colour = section.getAttribute('data-background-color') ?? '';
  if (CSS.supports('color', colour)) section.style.setProperty('--own-ground', colour);
  if (notes) return section;
  section.querySelector(':scope > aside.notes')?.remove();
  section.removeAttribute('data-timing');
  return section;
}

/** Links go by ids, since places change where slides are left out; those to files beside the deck lead nowhere. */
function aimLinks(section: Element, places: ReadonlyMap<string, string>, ids: ReadonlySet<string>): void {
  for (const anchor of section.querySelectorAll('a')) {
    const target = linkTarget(anchor);
    if (target === null) continue;
    if (target.kind === 'web') {
      anchor.target = '_blank';
      continue;
    }
    const id =
      target.kind === 'element' ? target.id : target.kind === 'place' ? places.get(`${target.h}/${target.v}`) : '';
    anchor.removeAttribute('data-file');
    if (id !== undefined && ids.has(id)) anchor.setAttribute('href', `#/${encodeURIComponent(id)}`);
    else anchor.removeAttribute('href');
  }
}

const single = ['src', 'data-src', 'poster', 'data-preview-image', 'data-preview-video'];
const lists = ['data-background-image', 'data-background-video'];

function nameAssets(section: HTMLElement, assets: AssetList): void {
  for (const element of [section, ...section.querySelectorAll('*')]) {
    for (const name of [...single, ...lists]) {
      const value = element.getAttribute(name) ?? '';
      if (value === '' || isDataImage(value)) continue;
      const addresses = lists.includes(name) ? value.split(',') : [value];
      element.setAttribute(name, addresses.map((address) => assets.named(address.trim())).join(','));
    }
  }
}

function columnMarkup(sections: readonly HTMLElement[]): string {
  const markup = sections.map((section) => section.outerHTML).join('\n');
  return sections.length === 1 ? markup : `<section>\n${markup}\n</section>`;
}
