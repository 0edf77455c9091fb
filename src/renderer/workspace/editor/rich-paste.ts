import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { htmlToMarkdown } from './html-markdown.ts';
import { isInCode } from './code-lines.ts';

/** What is copied from a page, a document or a spreadsheet is pasted as Markdown; into code and front matter, as its text. */
export const richPaste: Extension = EditorView.domEventHandlers({
  paste: (event, view) => {
    const html = event.clipboardData?.getData('text/html') ?? '';
    const { state } = view;
    const { main } = state.selection;
    if (html === '' || state.readOnly || state.selection.ranges.length > 1) return false;
    const line = state.doc.lineAt(main.from);
    if (main.from < slideIndex(state).head.to || isInCode(state, line.number)) return false;
    const markdown = htmlToMarkdown(html);
    if (markdown === null) return false;
    // Blocks begin on lines of their own.
    const isBlock = markdown.includes('\n') || /^(?:#|\||- |\d+\. |> )/.test(markdown);
    const before = state.sliceDoc(line.from, main.from).trim() === '' || !isBlock ? '' : '\n\n';
    const after = state.sliceDoc(main.to, state.doc.lineAt(main.to).to).trim() === '' || !isBlock ? '' : '\n\n';
    const text = (before + markdown + after).replaceAll('\n', state.lineBreak);
    event.preventDefault();
    view.dispatch(state.replaceSelection(state.toText(text)), { userEvent: 'input.paste', scrollIntoView: true });
    return true;
  },
});
