import { drawingBounds } from '../../../core/annotations/drawing/drawing-bounds.ts';
import { drawingName } from '../../../core/annotations/drawing/drawing-name.ts';
import { drawingShapes } from '../../../core/annotations/drawing/drawing-shapes.ts';
import { type Drawing, isHighlight } from '../../../core/annotations/drawing/drawing.ts';
import type { Area } from '../../../core/annotations/drawing/geometry.ts';
import { haloedShapes } from '../../../core/annotations/drawing/halo.ts';
import { labelBox, labelMargin } from '../../../core/export/label-sheet.ts';
import { textString } from '../pdf-values.ts';
import type { Look } from './appearance.ts';
import { colorParts, pdfNumber, pdfNumbers } from './pdf-number.ts';
import { shapesOperators } from './shape-operators.ts';
import { onPage, type PdfRectangle, rectangleOf, type SlidePlace } from './slide-place.ts';

/** How far a drawing’s halo may reach beyond it, in slide units. */
const haloReach = 1;

/** An annotation of a PDF on its way: what is of its kind. */
export interface MarkupEntries {
  readonly rectangle: PdfRectangle;
  /** Raw, without the rectangle. */
  readonly entries: readonly (readonly [key: string, value: string])[];
  /** What it says; of one that says nothing, what it is. */
  readonly contents: string;
}

/** A drawing but a label as an annotation (ISO 32000-1, 12.5.6). */
export function drawingEntries(drawing: Drawing, place: SlidePlace): MarkupEntries {
  const color = colorParts(drawing.color);
  const rectangle = rectangleOf(place, grown(drawingBounds(drawing), haloReach));
  const contents = drawing.kind === 'label' ? drawing.text : drawingName(drawing);
  const common = [['C', pdfNumbers(color)]] as const;
  switch (drawing.kind) {
    case 'ink': {
      const points = drawing.points.flatMap((point) => onPage(place, point));
      // A dot is a line of no length.
      const list = drawing.points.length === 1 ? [...points, ...points] : points;
      const intent = drawing.tool === 'highlighter' ? ([['IT', '/InkHighlight']] as const) : [];
      return entries([['Subtype', '/Ink'], ['InkList', `[${pdfNumbers(list)}]`], border(drawing.width), ...intent]);
    }
    case 'line': {
      const ends = [...onPage(place, drawing.from), ...onPage(place, drawing.to)];
      return entries([
        ['Subtype', '/Line'],
        ['L', pdfNumbers(ends)],
        border(drawing.width),
        ['LE', `[/None ${drawing.arrow ? '/ClosedArrow' : '/None'}]`],
        ...(drawing.arrow
          ? ([
              ['IT', '/LineArrow'],
              ['IC', pdfNumbers(color)],
            ] as const)
          : []),
      ]);
    }
    case 'label': {
      const margin = pdfNumber(labelMargin * place.scale);
      const [r, g, b] = color.map(pdfNumber);
      return {
        ...entries([
          ['Subtype', '/FreeText'],
          ['DA', `(/Helv ${pdfNumber(drawing.size * place.scale)} Tf ${r} ${g} ${b} rg)`],
          ['RD', `[${margin} ${margin} ${margin} ${margin}]`],
          ['BS', '<</W 0>>'],
          ['IT', '/FreeText'],
        ]),
        rectangle: rectangleOf(place, labelBox(drawing)),
      };
    }
    default: {
      const reach = pdfNumber(haloReach * place.scale);
      return entries([
        ['Subtype', drawing.kind === 'rectangle' ? '/Square' : '/Circle'],
        border(drawing.strokeWidth),
        ['RD', `[${reach} ${reach} ${reach} ${reach}]`],
      ]);
    }
  }

  function border(width: number): readonly [string, string] {
    return ['BS', `<</Type /Border\n/W ${pdfNumber(width * place.scale)}\n/S /S>>`];
  }

  function entries(own: readonly (readonly [string, string])[]): MarkupEntries {
    return { rectangle, entries: [...own, ...common], contents };
  }
}

/** How highlights are mixed with what they lie on, as the themes of slides have it. */
const mixing = {
  light: '<</ExtGState <</T <</CA 0.16>>\n/M <</BM /Multiply\n/CA 0.65>>>>>>',
  dark: '<</ExtGState <</T <</CA 0.16>>\n/M <</BM /Screen\n/CA 0.36>>>>>>',
} as const;

/** What a drawing but a label looks like. */
export function drawingLook(
  drawing: Drawing,
  place: Pick<SlidePlace, 'left' | 'top' | 'scale'>,
  onDark: boolean,
): Look {
  const { left, top, scale } = place;
  // Slides count from their upper left corner.
  const map = `${scale.toFixed(6)} 0 0 ${(-scale).toFixed(6)} ${pdfNumber(left)} ${pdfNumber(top)} cm\n`;
  if (!isHighlight(drawing)) {
    return { operators: map + shapesOperators(haloedShapes(drawing)) };
  }
  // A trace of the colour itself, and over it the colour mixed with the slide.
  const line = shapesOperators(drawingShapes(drawing));
  return { operators: `${map}q\n/T gs\n${line}Q\nq\n/M gs\n${line}Q\n`, resources: mixing[onDark ? 'dark' : 'light'] };
}

/** What a viewer that draws a highlight anew should make of it: `CA` and the name of what it is. */
export function opacityOf(drawing: Drawing): readonly (readonly [string, string])[] {
  return isHighlight(drawing) ? [['CA', '0.65']] : [];
}

/** The subject that other programs list an annotation under. */
export function subjectOf(drawing: Drawing): readonly [string, string] {
  return ['Subj', textString(isHighlight(drawing) ? 'Highlighter' : 'Drawing')];
}

function grown({ x, y, width, height }: Area, by: number): Area {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
