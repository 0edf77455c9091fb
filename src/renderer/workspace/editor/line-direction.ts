import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin } from '@codemirror/view';

/** Letters of the scripts that run from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const byItsLetters = Decoration.line({ attributes: { dir: 'auto' } });

/** Lines with such letters take their direction from the first letter that they have; all others are left alone. */
function directions(view: EditorView): DecorationSet {
  const lines = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      // A line may be megabytes long: what is seen of it first tells.
      if (rightToLeft.test(line.text.slice(0, 2000))) lines.add(line.from, line.from, byItsLetters);
      at = line.to + 1;
    }
  }
  return lines.finish();
}

/** Shows each line of the source in its own direction, and moves the caret in it by that. */
export const lineDirection: Extension = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.define(
    (view) => ({
      lines: directions(view),
      update(update) {
        if (update.docChanged || update.viewportChanged) this.lines = directions(update.view);
      },
    }),
    { decorations: (plugin) => plugin.lines },
  ),
];
