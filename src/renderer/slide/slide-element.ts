/** One slide as DOM: the one place where a deck's Markdown becomes elements of the page. */
import { slideParts } from '../../core/deck/notes.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { renderMarkdown } from '../../core/markdown/markdown.ts';
import { replaceForeignMedia, resolveAssets } from './assets.ts';
import { applyAttributeComments } from './attribute-comments.ts';
import { dressCode } from './code-blocks.ts';
import { followSteps } from './code-steps.ts';
import { Findings } from './findings.ts';
import { parseInert, unwrapForms } from './inert-document.ts';
import { replaceMissingImages } from './media.ts';
import { sanitise } from './sanitise.ts';
import { shownPart } from './shown-part.ts';
import { arrange } from './slide-shape.ts';

export interface SlideSource {
  /** The slide's Markdown with its notes, line ends as `\n`. */
  readonly body: string;
  /** What people call it: `3.1`. It stands at the slide's foot, and keeps ids in it apart from those of other slides. */
  readonly label: string;
  /** The deck's own pattern for where notes start, from its settings. */
  readonly notesSeparator?: string | undefined;
  /** URL of the deck's folder; ends with `/`. */
  readonly assets: string;
  /** The line of the file that the body starts on, from 1: diagnostics then name lines. */
  readonly firstLine?: number | undefined;
}

export interface RenderedSlide {
  /** `<section>` with its attributes, its content and, where there are notes, `<aside class="notes">`. Safe to insert. */
  readonly section: HTMLElement;
  /** What people call the slide. */
  readonly label: string;
  /** The notes as sanitised HTML; empty where there are none. */
  readonly notes: string;
  /** They do not say which slide it is. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Gathers the notes of all kinds into one element: the `Note:` part, `<aside class="notes">` and `data-notes`. */
function gatherNotes(
  content: Element,
  section: Element,
  written: Element | null,
  parse: (html: string) => Element,
): Element | null {
  const notes = content.ownerDocument.createElement('aside');
  notes.className = 'notes';
  for (const aside of content.querySelectorAll('aside.notes')) {
    notes.append(...aside.childNodes);
    aside.remove();
  }
  const attribute = section.getAttribute('data-notes');
  if (attribute !== null) notes.append(...parse(attribute).childNodes);
  section.removeAttribute('data-notes');
  if (written !== null) notes.append(...written.childNodes);
  return notes.childNodes.length === 0 ? null : notes;
}

function reportRemoved(
  removed: { readonly elements: readonly string[]; readonly attributes: readonly string[] },
  findings: Findings,
): void {
  for (const name of removed.elements) {
    findings.add('html-left-out', 'warning', `<${name}> is not allowed in a deck and was left out.`, `<${name}`);
  }
  for (const name of removed.attributes) {
    findings.add(
      'html-left-out',
      'warning',
      `The attribute ${name} is not allowed here, or not with its value, and was left out.`,
      name,
    );
  }
}

/** A slide in a document without a window: safe, and nothing in it loads yet. It is copied into the page, never changed. */
export interface InertSlide {
  readonly section: Element;
  readonly label: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Renders a slide. Nothing a deck holds can make it throw, run script or reach the network. */
export function renderSlide(source: SlideSource): RenderedSlide {
  return liveSlide(inertSlide(source));
}

/** A new copy of a slide, for the page: its pictures begin to load. */
export function liveSlide({ section, label, diagnostics }: InertSlide): RenderedSlide {
  // The first element of the sanitised markup is the section it was made from.
  const live = document.importNode(section, true) as HTMLElement;
  replaceMissingImages(live);
  followSteps(live);
  return { section: live, label, notes: live.querySelector('aside.notes')?.innerHTML ?? '', diagnostics };
}

/** What takes long about rendering a slide: all of it but the copy that goes into the page. */
export function inertSlide(source: SlideSource): InertSlide {
  const findings = new Findings(source.body, source.firstLine);
  const parts = slideParts(source.body, source.notesSeparator);
  const parse = (html: string): Element => {
    const body = parseInert(html);
    if (unwrapForms(body) > 0) reportRemoved({ elements: ['form'], attributes: [] }, findings);
    return body;
  };
  const shown = shownPart(parts.content);
  if (shown.length < parts.content.length) {
    findings.add(
      'slide-too-long',
      'warning',
      `The slide has ${parts.content.length.toLocaleString('en')} characters; only the first ${shown.length.toLocaleString('en')} are drawn. Divide it.`,
    );
  }
  const content = parse(renderMarkdown(shown, { scope: source.label }));
  const written =
    parts.notes === null ? null : parse(renderMarkdown(shownPart(parts.notes), { scope: `${source.label}n` }));

  const section = content.ownerDocument.createElement('section');
  applyAttributeComments(content, section, findings);
  if (written !== null) applyAttributeComments(written, section, findings);
  const notes = gatherNotes(content, section, written, parse);
  section.append(...content.childNodes);
  if (notes !== null) section.append(notes);
  replaceForeignMedia(section, findings);
  dressCode(section);
  arrange(section);

  const clean = sanitise(section.outerHTML);
  reportRemoved(clean, findings);
  const safe = parseInert(clean.html).firstElementChild ?? section.ownerDocument.createElement('section');
  resolveAssets(safe, new URL(source.assets, document.baseURI).href);
  return { section: safe, label: source.label, diagnostics: findings.diagnostics };
}
