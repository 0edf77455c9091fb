import type { Diagnostic } from '../../core/diagnostic.ts';
import { type OutlinedSlide, planOutline } from '../../core/export/outline.ts';
import { pageLabel, readMark, slideName } from '../../core/export/page-marks.ts';
import type { PrintSlide } from '../../core/export/print-job.ts';
import { labelPages, takeLabelLooks } from './markup/label-looks.ts';
import { type MarkupTag, withMarkupTags } from './markup/markup-tags.ts';
import { type Markup, writeMarkup } from './markup/write-markup.ts';
import { type PageContent, readContents, textOf, writeContents } from './pdf-content.ts';
import { PdfFile } from './pdf-file.ts';
import { glyphlessPages } from './pdf-glyphs.ts';
import { greyObjects, greyOperators } from './pdf-greyscale.ts';
import { finishLinks } from './pdf-links.ts';
import { information, type PdfMetadata, xmpPacket } from './pdf-metadata.ts';
import { writeOutline } from './pdf-outline.ts';
import { type PdfPlace, type PlacedMark, readPlaces, takeDestinations } from './pdf-places.ts';
import { takeStructure, writeStructure } from './pdf-structure.ts';
import { roles, tidyTags } from './pdf-tags.ts';
import { dictionary, parseDictionary, textString } from './pdf-values.ts';

/** What a print engine’s PDF is to become. */
export interface PdfPlan {
  readonly metadata: PdfMetadata;
  readonly slides: readonly PrintSlide[];
  /** Numbers of the slides that sections of the deck start with. */
  readonly sections: ReadonlySet<number>;
  /** Whether colours become greys. */
  readonly greyscale: boolean;
  /** What is to be annotations; `null` for nothing. */
  readonly markup: Markup | null;
  /** What else is to be done to the document. */
  readonly additions: readonly PdfAddition[];
}

/** A document on its way: its objects, its catalogue, and what stands where. */
export interface PdfDocument {
  readonly pdf: PdfFile;
  readonly catalog: Map<string, string>;
  readonly marks: readonly PlacedMark[];
}

/** Adds something to a document before it is written, such as annotations or attachments. */
export type PdfAddition = (document: PdfDocument) => void;

export interface FinishedPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
  /** What was found wrong with the pages. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes what a print engine wrote, one PDF or several that belong together, a whole document: tags as PDF/UA-1 asks for, outline, page labels, descriptions of links,
 * metadata. Throws a RangeError for a PDF that is not as Chromium writes it, or that does not show every slide.
 */
export async function finishPdf(files: readonly Uint8Array[], plan: PdfPlan): Promise<FinishedPdf> {
  const pdf = PdfFile.read(...files);
  const catalog = new Map(pdf.catalog).set('Pages', `${pdf.pageRoot} 0 R`);
  const places = readPlaces(pdf);
  catalog.set('Dests', dictionary(takeDestinations(pdf)));
  const marks = placedMarks(places);
  const shown = new Set(marks.map(({ slide }) => slide));
  const missing = plan.slides.find(({ number }) => !shown.has(number));
  if (missing !== undefined) throw new RangeError(`The PDF does not show slide ${missing.number}`);

  const slides = new Map(plan.slides.map((slide) => [slide.number, slide]));
  const gone = finishLinks(pdf, places, (name) => {
    const slide = slides.get(readMark(name)?.slide ?? 0);
    return slide === undefined ? null : slideName(slide);
  });
  const { contents, tags } = markUp(pdf, catalog, marks, await readContents(pdf), places, plan.markup);
  const glyphless = glyphlessPages(pdf, contents);
  const isTagged = await tidy(pdf, contents, gone, plan.greyscale, tags);
  if (plan.greyscale) greyObjects(pdf);
  label(catalog, pdf, marks, slides);
  outline(catalog, pdf, marks, plan);
  describe(catalog, pdf, plan.metadata, isTagged && glyphless.length === 0);
  for (const add of plan.additions) add({ pdf, catalog, marks });
  return {
    bytes: pdf.finish(catalog, information(plan.metadata)),
    pages: pdf.pages.length,
    diagnostics: glyphless.map((page) => noGlyph(page, marks)),
  };
}

function noGlyph(page: number, marks: readonly PlacedMark[]): Diagnostic {
  const slide = marks.findLast((mark) => mark.page <= page)?.slide ?? 0;
  const message = 'A character is in none of the fonts here: it prints as an empty box.';
  return { code: 'no-glyph', severity: 'warning', message, ...(slide === 0 ? {} : { slide }) };
}

interface MarkedUp {
  /** Of the pages that are left. */
  readonly contents: ReadonlyMap<number, PageContent>;
  readonly tags: readonly MarkupTag[];
}

/** Writes annotations, and takes out the sheets that were printed for the looks of some. */
function markUp(
  pdf: PdfFile,
  catalog: Map<string, string>,
  marks: readonly PlacedMark[],
  contents: ReadonlyMap<number, PageContent>,
  places: ReadonlyMap<string, PdfPlace>,
  markup: Markup | null,
): MarkedUp {
  if (markup === null) return { contents, tags: [] };
  const labels = markup.slides.flatMap(({ drawings }) => drawings.filter((drawing) => drawing.kind === 'label'));
  const sheets = labelPages(pdf, places, labels);
  const labelLooks = takeLabelLooks(pdf, sheets, contents, markup.layout);
  const tags = writeMarkup({ pdf, catalog, marks, labelLooks }, markup);
  const gone = new Set(sheets.map(({ page }) => page));
  return { contents: new Map([...contents].filter(([page]) => !gone.has(page))), tags };
}

/** All marks in the order of the pages; on one page in the order of the slides. */
function placedMarks(places: ReadonlyMap<string, PdfPlace>): readonly PlacedMark[] {
  const marks = [...places].flatMap(([name, place]): readonly PlacedMark[] => {
    const mark = readMark(name);
    return mark === null ? [] : [{ ...mark, ...place }];
  });
  return marks.toSorted((a, b) => a.page - b.page || a.slide - b.slide || a.step - b.step);
}

/** Whether the document is tagged. */
async function tidy(
  pdf: PdfFile,
  contents: ReadonlyMap<number, PageContent>,
  gone: ReadonlySet<number>,
  greyscale: boolean,
  tags: readonly MarkupTag[],
): Promise<boolean> {
  const recolour = greyscale ? greyOperators : undefined;
  const structure = takeStructure(pdf, gone);
  if (structure === null) {
    await writeContents(pdf, contents, [], recolour);
    return false;
  }
  const { root, decorations } = tidyTags(structure, textOf(contents));
  // While other threads pack the contents.
  const written = writeContents(pdf, contents, decorations, recolour);
  writeStructure(pdf, withMarkupTags(root, tags), roles);
  await written;
  return true;
}

function label(
  catalog: Map<string, string>,
  pdf: PdfFile,
  marks: readonly PlacedMark[],
  slides: ReadonlyMap<number, PrintSlide>,
): void {
  const onPage = Map.groupBy(marks, ({ page }) => page);
  let last = '';
  const labels = pdf.pages.map((_, page) => {
    const here = onPage.get(page);
    // A page on which nothing begins goes on with what stands before it.
    return here === undefined ? last : (last = pageLabel(here, slides));
  });
  const entries = labels.map((text, page) => `${page} <</P ${textString(text)}>>`);
  catalog.set('PageLabels', `<</Nums [${entries.join('\n')}]>>`);
}

function outline(catalog: Map<string, string>, pdf: PdfFile, marks: readonly PlacedMark[], plan: PdfPlan): void {
  const first = new Map<number, number>();
  for (const mark of marks) if (mark.kind === 'slide' && !first.has(mark.slide)) first.set(mark.slide, mark.page);
  const outlined = plan.slides.map(({ number, h, title }): OutlinedSlide => ({
    h,
    title,
    startsSection: plan.sections.has(number),
    page: first.get(number) ?? 0,
  }));
  const ends = (kind: 'cover' | 'sources', title: string) =>
    marks.filter((mark) => mark.kind === kind).map(({ page }) => ({ title, page, children: [] }));
  const entries = [...ends('cover', 'Cover'), ...planOutline(outlined), ...ends('sources', 'Sources')];
  catalog.delete('Outlines');
  if (entries.length === 0) return;
  catalog.set('Outlines', `${writeOutline(pdf, entries)} 0 R`);
  catalog.set('PageMode', '/UseOutlines');
}

function describe(catalog: Map<string, string>, pdf: PdfFile, metadata: PdfMetadata, isAccessible: boolean): void {
  catalog.set('Lang', textString(metadata.lang));
  const preferences = parseDictionary(catalog.get('ViewerPreferences') ?? '<<>>');
  catalog.set('ViewerPreferences', dictionary(new Map(preferences).set('DisplayDocTitle', 'true')));
  const packet = pdf.reserve();
  // Not packed, so that programs that know no PDF find it.
  pdf.writeStream(packet, {
    entries: new Map([
      ['Type', '/Metadata'],
      ['Subtype', '/XML'],
    ]),
    bytes: Buffer.from(xmpPacket(metadata, isAccessible), 'utf8'),
  });
  catalog.set('Metadata', `${packet} 0 R`);
}
