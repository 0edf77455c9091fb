import type { Area } from '../annotations/drawing/geometry.ts';
import { labelArea, type TextLabel } from '../annotations/drawing/label.ts';
import type { PageLayout } from './page-layout.ts';

/**
 * How a label stands on a sheet that is printed for its look alone: an annotation brings its look along, and only a browser
 * has the fonts.
 */
export interface LabelSheet {
  /** The part of the slide that is shown, in slide units. */
  readonly area: Area;
  /** How many CSS pixels of the sheet, from its top left corner, a slide unit is. */
  readonly scale: number;
}

/** Slide units that are free around a label: for the edge that some inks have, and strokes that reach beyond their line. */
export const labelMargin = 2;

/** How much wider than estimated a label may turn out. */
const spare = 1.1;

/** The part of a slide that a label is shown on, in slide units. */
export function labelBox(label: TextLabel): Area {
  const { x, y, width, height } = labelArea(label);
  return {
    x: x - labelMargin,
    y: y - labelMargin,
    width: width * spare + 2 * labelMargin,
    height: height + 2 * labelMargin,
  };
}

export function labelSheet(label: TextLabel, { width, height }: Pick<PageLayout, 'width' | 'height'>): LabelSheet {
  const area = labelBox(label);
  return { area, scale: Math.min(1, width / area.width, height / area.height) };
}
