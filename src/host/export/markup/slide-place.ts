import type { Area, Point } from '../../../core/annotations/drawing/geometry.ts';
import type { PageLayout, SheetArea } from '../../../core/export/page-layout.ts';
import type { PdfFile } from '../pdf-file.ts';
import type { PlacedMark } from '../pdf-places.ts';
import { arrayItems } from '../pdf-values.ts';

/** Points to a CSS pixel. */
const pointsToPixel = 0.75;

/** Where a slide stands on a page of a PDF. */
export interface SlidePlace {
  /** Object number of the page. */
  readonly page: number;
  /** Which of the slides on that page it is, from 0. */
  readonly onPage: number;
  /** Of its upper left corner, in points from the page’s lower left one. */
  readonly left: number;
  readonly top: number;
  /** Points to a slide unit. */
  readonly scale: number;
}

/** Lower left and upper right corner in points, as PDF has rectangles. */
export type PdfRectangle = readonly [left: number, bottom: number, right: number, top: number];

/**
 * Where each slide stands, by its number; one that has a page for each step on the last of them. Browsers paint a slide
 * from a whole pixel on, whatever the layout says.
 */
export function slidePlaces(
  pdf: PdfFile,
  marks: readonly PlacedMark[],
  layout: PageLayout,
  slideWidth: number,
): ReadonlyMap<number, SlidePlace> {
  const places = new Map<number, SlidePlace>();
  const slides = Map.groupBy(
    marks.filter(({ kind }) => kind === 'slide'),
    ({ page }) => page,
  );
  for (const [index, onPage] of slides) {
    const page = pdf.pages[index];
    if (page === undefined) continue;
    const height = Number(arrayItems(pdf.dictionary(page).get('MediaBox') ?? '[]')[3] ?? 0);
    for (const [i, { slide }] of onPage.entries()) {
      const cell = layout.cells[i]?.slide;
      if (cell === undefined) continue;
      places.set(slide, { page, onPage: i, ...placeOn(height, cell, slideWidth) });
    }
  }
  return places;
}

/**
 * Where a slide should come to stand, before the pages are there: the `position`-th, from 0, of those that are printed. `null` where a page
 * has no place for it.
 */
export function expectedPlace(
  { cells, height }: PageLayout,
  position: number,
  slideWidth: number,
): Pick<SlidePlace, 'left' | 'top' | 'scale'> | null {
  const cell = cells[position % cells.length]?.slide;
  return cell === undefined ? null : placeOn(height * pointsToPixel, cell, slideWidth);
}

/** @param height of the page, in points */
function placeOn(height: number, cell: SheetArea, slideWidth: number): Pick<SlidePlace, 'left' | 'top' | 'scale'> {
  return {
    left: Math.round(cell.x) * pointsToPixel,
    top: height - Math.round(cell.y) * pointsToPixel,
    scale: (cell.width / slideWidth) * pointsToPixel,
  };
}

/** A place on a slide as one on its page. */
export function onPage({ left, top, scale }: SlidePlace, { x, y }: Point): readonly [x: number, y: number] {
  return [left + x * scale, top - y * scale];
}

/** An area of a slide as a rectangle on its page. */
export function rectangleOf(place: SlidePlace, { x, y, width, height }: Area): PdfRectangle {
  const [left, top] = onPage(place, { x, y });
  return [left, top - height * place.scale, left + width * place.scale, top];
}
