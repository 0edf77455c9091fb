import type { TextLabel } from '../../../core/annotations/drawing/label.ts';
import { labelSheet } from '../../../core/export/label-sheet.ts';
import { labelMark } from '../../../core/export/page-marks.ts';
import type { PageLayout } from '../../../core/export/page-layout.ts';
import type { PageContent } from '../pdf-content.ts';
import type { PdfFile } from '../pdf-file.ts';
import type { PdfPlace } from '../pdf-places.ts';
import { arrayItems, referenceTo } from '../pdf-values.ts';
import type { Look } from './appearance.ts';

/** Points to a CSS pixel. */
const pointsToPixel = 0.75;

/** A sheet that a label was printed on. */
interface PrintedLabel {
  /** Object number of the page. */
  readonly page: number;
  readonly label: TextLabel;
}

/** The sheets that labels were printed on, each with its label, in the order of the labels. */
export function labelPages(
  pdf: PdfFile,
  places: ReadonlyMap<string, PdfPlace>,
  labels: readonly TextLabel[],
): readonly PrintedLabel[] {
  return labels.map((label, i) => {
    const page = pdf.pages[places.get(labelMark(i))?.page ?? -1];
    if (page === undefined) throw new RangeError(`The PDF does not show label ${i + 1}`);
    return { page, label };
  });
}

/** What labels look like, by their ids: what the browser drew on their sheets. The sheets are no pages of the document any more. */
export function takeLabelLooks(
  pdf: PdfFile,
  printed: readonly PrintedLabel[],
  contents: ReadonlyMap<number, PageContent>,
  layout: PageLayout,
): ReadonlyMap<string, Look> {
  if (printed.length === 0) return new Map();
  const looks = printed.map(({ page, label }) => [label.id, lookOf(pdf, page, label, contents, layout)] as const);
  pdf.takePages(new Set(printed.map(({ page }) => page)));
  return new Map(looks);
}

function lookOf(
  pdf: PdfFile,
  page: number,
  label: TextLabel,
  contents: ReadonlyMap<number, PageContent>,
  layout: PageLayout,
): Look {
  const entries = pdf.dictionary(page);
  const height = Number(arrayItems(entries.get('MediaBox') ?? '[]')[3] ?? 0);
  const { area, scale } = labelSheet(label, layout);
  const content = referenceTo(entries.get('Contents'));
  if (content !== null) pdf.remove(content);
  return {
    operators: contents.get(page)?.text ?? '',
    resources: entries.get('Resources') ?? '<<>>',
    box: [0, height - area.height * scale * pointsToPixel, area.width * scale * pointsToPixel, height],
  };
}
