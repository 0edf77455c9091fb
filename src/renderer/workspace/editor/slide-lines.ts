import { type EditorState, type Range, RangeSet } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { deckSettings } from '../../../core/deck/front-matter.ts';
import { slideParts } from '../../../core/deck/notes.ts';
import { slideBody, slideIndex } from '../../../core/deck/slide-index.ts';
import type { Slide } from '../../../core/deck/slide.ts';
import { placedSlideAt } from './slide-view.ts';

const breakLine = Decoration.line({ class: 'ui-break-line' });
const slideLine = Decoration.line({ class: 'ui-slide-line' });
const noteLine = Decoration.line({ class: 'ui-note-line' });
const slideNoteLine = Decoration.line({ class: 'ui-slide-line ui-note-line' });

/** In longer slides the notes are not looked for: it would be done again at every key. */
const noteLimit = 50_000;

/** Draws the breaks between slides as rules, tints speaker notes, and puts a bar beside the slide that the caret is in. */
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
  const { state } = view;
  const { doc } = state;
  const index = slideIndex(state);
  const current = placedSlideAt(state, state.selection.main.head).slide;
  const marks: Range<Decoration>[] = [];
  let last: Slide | null = null;
  let notes = 0;
  for (const { from, to } of view.visibleRanges) {
    for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
      const { slide } = placedSlideAt(state, line.from);
      if (slide !== last) [last, notes] = [slide, notesStart(state, slide)];
      if (line.from >= slide.from && line.from <= slide.to) {
        const noted = line.from >= notes;
        if (slide === current) marks.push((noted ? slideNoteLine : slideLine).range(line.from));
        else if (noted) marks.push(noteLine.range(line.from));
      }
      // Between two bodies there is nothing but the break and blank lines.
      else if (line.from >= index.head.to && /\S/.test(line.text.slice(0, 200))) marks.push(breakLine.range(line.from));
      if (line.to >= to || line.number === doc.lines) break;
    }
  }
  return RangeSet.of(marks);
}

/** Where the line stands that starts a slide's notes; behind its end where it has none. */
function notesStart(state: EditorState, slide: Slide): number {
  if (slide.to - slide.from > noteLimit) return Infinity;
  const { notes, notesFrom } = slideParts(slideBody(state, slide), deckSettings(state).settings.notesSeparator);
  return notes === null ? Infinity : state.doc.lineAt(slide.from + notesFrom).from;
}
