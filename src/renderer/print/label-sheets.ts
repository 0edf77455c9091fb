import type { PrintJob } from '../../contract/print-job.ts';
import { labelSheet } from '../../core/export/label-sheet.ts';
import { labelMark } from '../../core/export/page-marks.ts';
import { inkLayer, drawingElement } from '../slide/ink-layer.ts';
import { fixedSheet } from './sheet.ts';

/** A sheet for each label that is to be an annotation, with nothing else on it: whoever finishes the document takes them out. */
export function labelSheets({ labels, layout }: Pick<PrintJob, 'labels' | 'layout'>): readonly HTMLElement[] {
  return labels.map((label, i) => {
    const { area, scale } = labelSheet(label, layout);
    const [width, height] = [area.width * scale, area.height * scale];
    const picture = inkLayer({ width, height }, 'drawings');
    picture.setAttribute('viewBox', `${area.x} ${area.y} ${area.width} ${area.height}`);
    picture.append(drawingElement(label));
    // No part of what is read: the annotation says it.
    const sheet = fixedSheet(layout, 'div');
    sheet.id = labelMark(i);
    sheet.ariaHidden = 'true';
    sheet.append(picture);
    return sheet;
  });
}
