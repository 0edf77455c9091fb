import type { DrawnCell, TablePart } from '../drawn-deck.ts';
import type { Measures } from './measures.ts';
import type { Palette } from './palette.ts';
import type { TextWriter } from './text-body.ts';

/** PowerPoint’s style “No Style, No Grid”: colours and lines are each cell’s own. */
const plainStyle = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}';

/** A table that can be edited, with its heading row named as one. `named` is the frame’s `p:cNvPr`. */
export function tableFrame(
  table: TablePart,
  named: string,
  text: TextWriter,
  measures: Measures,
  palette: Palette,
): string {
  const grid = table.columns.map((width) => `<a:gridCol w="${measures.emu(width)}"/>`).join('');
  const rows = table.rows
    .map(({ height, cells }, row) => {
      const written = cells.map((cell, column) =>
        cell === null ? coveredCell(table, row, column) : tableCell(cell, text, measures, palette),
      );
      return `<a:tr h="${measures.emu(height)}">${written.join('')}</a:tr>`;
    })
    .join('');
  const flags = `${table.hasHeader ? ' firstRow="1"' : ''}${table.hasRowHeaders ? ' firstCol="1"' : ''}`;
  return (
    `<p:graphicFrame><p:nvGraphicFramePr>${named}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>` +
    `${measures.frame(table.box, 'p:xfrm')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">` +
    `<a:tbl><a:tblPr${flags}><a:tableStyleId>${plainStyle}</a:tableStyleId></a:tblPr><a:tblGrid>${grid}</a:tblGrid>${rows}</a:tbl>` +
    '</a:graphicData></a:graphic></p:graphicFrame>'
  );
}

function tableCell(cell: Exclude<DrawnCell, null>, text: TextWriter, measures: Measures, palette: Palette): string {
  const spans = `${cell.rows > 1 ? ` rowSpan="${cell.rows}"` : ''}${cell.columns > 1 ? ` gridSpan="${cell.columns}"` : ''}`;
  const [top, right, bottom, left] = cell.inset.map((side) => measures.emu(side));
  const anchor = { top: 't', middle: 'ctr', bottom: 'b' }[cell.anchor];
  const below =
    cell.rule === null
      ? noLine('lnB')
      : `<a:lnB w="${measures.emu(cell.rule.width)}" cap="flat" cmpd="sng" algn="ctr">${palette.fill(cell.rule.colour)}<a:prstDash val="solid"/></a:lnB>`;
  return (
    `<a:tc${spans}><a:txBody><a:bodyPr/><a:lstStyle/>${text.paragraphs(cell.paragraphs, null)}</a:txBody>` +
    `<a:tcPr marL="${left}" marR="${right}" marT="${top}" marB="${bottom}" anchor="${anchor}">` +
    `${noLine('lnL')}${noLine('lnR')}${noLine('lnT')}${below}${palette.fill(cell.fill)}</a:tcPr></a:tc>`
  );
}

/** A place of the grid that a cell to its left, above it, or both, reaches into. */
function coveredCell(table: TablePart, row: number, column: number): string {
  let merges = '';
  for (const [top, { cells }] of table.rows.slice(0, row + 1).entries()) {
    for (const [left, cell] of cells.slice(0, column + 1).entries()) {
      if (cell === null || top + cell.rows <= row || left + cell.columns <= column) continue;
      merges = `${left < column ? ' hMerge="1"' : ''}${top < row ? ' vMerge="1"' : ''}`;
    }
  }
  return `<a:tc${merges}><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody><a:tcPr/></a:tc>`;
}

function noLine(side: string): string {
  return `<a:${side} w="0"><a:noFill/></a:${side}>`;
}
