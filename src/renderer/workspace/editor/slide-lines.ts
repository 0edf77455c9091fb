import { type Range, RangeSet } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { slideAt, slideIndex } from '../../../core/deck/slide-index.ts';

const breakLine = Decoration.line({ class: 'ui-break-line' });
const slideLine = Decoration.line({ class: 'ui-slide-line' });

/** Draws the breaks between slides as rules, and a bar beside the slide that the caret is in. */
export const slideLines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged || update.selectionSet) this.decorations = decorate(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function decorate(view: EditorView): DecorationSet {
  const { doc, selection } = view.state;
  const index = slideIndex(view.state);
  const current = slideAt(index, selection.main.head);
  const marks: Range<Decoration>[] = [];
  const { from, to } = view.viewport;
  let line = doc.lineAt(from);
  for (;;) {
    const slide = slideAt(index, line.from);
    if (slide.key === current.key && line.from >= slide.from && line.from <= slide.to)
      marks.push(slideLine.range(line.from));
    // Between two bodies there is nothing but the break and blank lines.
    else if (line.from >= index.head.to && (line.to < slide.from || line.from > slide.to) && /\S/.test(line.text)) {
      marks.push(breakLine.range(line.from));
    }
    if (line.to >= to || line.number === doc.lines) break;
    line = doc.line(line.number + 1);
  }
  return RangeSet.of(marks);
}
