import type { DrawnParagraph, DrawnRun } from '../../../core/export/drawn-deck.ts';
import { notesColour, notesSize } from '../../../core/export/pptx/notes-parts.ts';
import { linkTarget } from '../../slide/links.ts';
import { drawRuns, type RunLook, type RunSource } from './draw-runs.ts';

const blocks =
  'p, ul, ol, li, h1, h2, h3, h4, h5, h6, blockquote, pre, table, thead, tbody, tfoot, tr, td, th, div, dl, dt, dd, figure, figcaption, hr, details, summary';

/** Notes as paragraphs: they are nowhere laid out, so their markup says how they look. */
export function drawNotes(notes: Element): readonly DrawnParagraph[] {
  const paragraphs: DrawnParagraph[] = [];
  const walk = (element: Element, level: number): void => {
    let line: Node[] = [];
    const endLine = (): void => {
      const runs = drawRuns(line, source);
      line = [];
      if (runs.every(({ text }) => text.trim() === '')) return;
      paragraphs.push(paragraph(runs, element, level));
    };
    for (const child of element.childNodes) {
      if (child instanceof Element && child.matches(blocks)) {
        endLine();
        if (child.matches('tr')) tableRow(child, level);
        else walk(child, child.matches('ul, ol') && element.closest('li') !== null ? level + 1 : level);
      } else if (!(child instanceof Comment)) line.push(child);
    }
    endLine();
  };
  /** A row in one line, its cells apart. */
  const tableRow = (row: Element, level: number): void => {
    const cells = [...row.children].map((cell) => drawRuns([...cell.childNodes], source));
    const runs = cells.flatMap((cell, at): readonly DrawnRun[] =>
      at === 0 ? cell : [{ ...source.look(row), text: '\u2003' }, ...cell],
    );
    if (runs.some(({ text }) => text.trim() !== '')) paragraphs.push(paragraph(runs, row, level));
  };
  walk(notes, 0);
  return paragraphs;
}

/** Markers are written out: pages of notes have plain paragraphs. */
function paragraph(runs: readonly DrawnRun[], block: Element, level: number): DrawnParagraph {
  const item = block.closest('li');
  const marker = item === null ? '' : markerText(item);
  const look: RunLook = { size: notesSize, colour: notesColour };
  return {
    runs: marker === '' ? runs : [{ ...look, text: marker }, ...runs],
    level,
    marker: null,
    align: 'start',
    isRightToLeft: block.closest('[dir=rtl]') !== null,
    indent: level * 24,
    hang: 0,
    before: 0,
    lineHeight: 1.2,
  };
}

function markerText(item: Element): string {
  const box = item.querySelector('input');
  if (box instanceof HTMLInputElement) return box.checked ? '☑ ' : '☐ ';
  const list = item.parentElement;
  if (!(list instanceof HTMLOListElement)) return '• ';
  return `${list.start + [...list.children].indexOf(item)}. `;
}

const source: RunSource = {
  look: (element) => ({
    size: notesSize,
    colour: notesColour,
    ...(element.closest('strong, b, h1, h2, h3, h4, h5, h6, th') === null ? {} : { bold: true }),
    ...(element.closest('em, i') === null ? {} : { italic: true }),
    ...(element.closest('del, s') === null ? {} : { strike: true }),
    ...(element.closest('sup') === null ? {} : { raised: 'super' }),
    ...(element.closest('sub') === null ? {} : { raised: 'sub' }),
  }),
  keepsSpaces: (element) => element.closest('pre') !== null,
  isShown: () => true,
  before: () => '',
  picture: (element) => (element instanceof HTMLImageElement ? element.alt : (element.textContent ?? '')),
  link: (anchor) => {
    const target = linkTarget(anchor);
    return target?.kind === 'web' ? { kind: 'web', address: target.href } : null;
  },
};
