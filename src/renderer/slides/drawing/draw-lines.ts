import type { DrawnParagraph, DrawnRun, TextPart } from '../../../core/export/drawn-deck.ts';
import { hexColour, visibleColour } from './colours.ts';
import { drawRuns, type RunSource } from './draw-runs.ts';
import { type FramePlace, insets, pixels } from './frame-place.ts';
import type { PlacedParagraph } from './part-list.ts';

/** What lines look like where CSS leaves their distance to the font, as a multiple of its size. */
const normalLine = 1.2;

/** Nodes in a line of a block as a paragraph at its place, without a marker; `null` where they say and show nothing. */
export function drawLines(
  nodes: readonly Node[],
  block: Element,
  place: FramePlace,
  source: RunSource,
): PlacedParagraph | null {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first === undefined || last === undefined) return null;
  const runs = drawRuns(nodes, source);
  // Pictures of their own may stand in a line; the spaces that keep their places are no text.
  if (runs.every(({ text }) => text.trim() === '')) return null;
  const lines = textAreas(nodes);
  const [firstLine] = lines;
  if (firstLine === undefined) return null;
  const style = getComputedStyle(block);
  const size = pixels(style.fontSize);
  const distance = style.lineHeight === 'normal' ? normalLine * size : pixels(style.lineHeight);
  const top = Math.min(...lines.map((line) => line.top));
  const bottom = Math.max(...lines.map((line) => line.bottom));
  // Areas end at the letters; lines reach further by half of what is between them.
  const half = Math.max(0, (distance - firstLine.height) / 2);
  const area = place.onSlide({ left: 0, width: 0, top, height: bottom - top });
  return {
    paragraph: { ...paragraphStyle(style), runs, lineHeight: size === 0 ? normalLine : distance / size },
    top: area.y - half,
    bottom: area.y + area.height + half,
  };
}

/** Where the letters of nodes are in the window; boxes and pictures among them do not count. */
function textAreas(nodes: readonly Node[]): readonly DOMRect[] {
  const areas: DOMRect[] = [];
  const range = document.createRange();
  const measure = (node: Node): void => {
    if (node instanceof Text) {
      range.selectNodeContents(node);
      areas.push(...[...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0));
    } else for (const child of node.childNodes) measure(child);
  };
  for (const node of nodes) measure(node);
  return areas;
}

function paragraphStyle(style: CSSStyleDeclaration): Omit<DrawnParagraph, 'runs' | 'lineHeight' | 'before'> {
  const isRightToLeft = style.direction === 'rtl';
  const sides: Readonly<Record<string, DrawnParagraph['align']>> = {
    center: 'center',
    justify: 'justify',
    end: 'end',
    left: isRightToLeft ? 'end' : 'start',
    right: isRightToLeft ? 'start' : 'end',
  };
  return { level: 0, marker: null, align: sides[style.textAlign] ?? 'start', isRightToLeft, indent: 0, hang: 0 };
}

/** A block of code: one text on its panel, lines as they are, with their numbers if it shows them. */
export function drawCode(block: Element, place: FramePlace, source: RunSource): TextPart {
  const code = block.querySelector('code') ?? block;
  const style = getComputedStyle(code);
  const runs: DrawnRun[] = [];
  for (const node of code.childNodes) {
    const number = node instanceof Element ? node.getAttribute('data-line') : null;
    if (number !== null && node instanceof Element)
      runs.push({
        ...source.look(node),
        colour: hexColour(getComputedStyle(node, '::before').color),
        text: `${number.padStart(2, '\u00A0')}\u00A0\u00A0`,
      });
    runs.push(...drawRuns([node], { ...source, before: () => '' }));
    if (number !== null && node !== code.lastChild) runs.push({ ...source.look(code), text: '\n' });
  }
  while (runs.at(-1)?.text === '\n') runs.pop();
  const size = pixels(style.fontSize);
  return {
    kind: 'text',
    role: 'text',
    box: place.onSlide(block.getBoundingClientRect()),
    inset: insets(style),
    fill: visibleColour(getComputedStyle(block).backgroundColor) ?? visibleColour(style.backgroundColor),
    paragraphs: [
      {
        ...paragraphStyle(style),
        runs,
        before: 0,
        lineHeight: size === 0 ? normalLine : pixels(style.lineHeight) / size,
      },
    ],
  };
}
