import type { Drawing } from './drawing.ts';
import { type Area, areaAround } from './geometry.ts';
import { labelArea } from './label.ts';
import { arrowHead } from './line.ts';

const known = new WeakMap<Drawing, Area>();

/** The area that a drawing covers, the width of its lines included; a label's is an estimate. */
export function drawingBounds(drawing: Drawing): Area {
  let area = known.get(drawing);
  if (area === undefined) {
    area = boundsOf(drawing);
    known.set(drawing, area);
  }
  return area;
}

function boundsOf(drawing: Drawing): Area {
  switch (drawing.kind) {
    case 'ink':
      return areaAround(drawing.points, drawing.width / 2);
    case 'line': {
      const ends = areaAround([drawing.from, drawing.to], drawing.width / 2);
      if (!drawing.arrow) return ends;
      return areaAround([
        ...arrowHead(drawing).corners,
        { x: ends.x, y: ends.y },
        { x: ends.x + ends.width, y: ends.y + ends.height },
      ]);
    }
    case 'label':
      return labelArea(drawing);
    default: {
      const { x, y, width, height, strokeWidth } = drawing;
      return areaAround(
        [
          { x, y },
          { x: x + width, y: y + height },
        ],
        strokeWidth / 2,
      );
    }
  }
}
