import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { defaultHighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';

/** CodeMirror with Markdown and nothing else, as wide as the program's source. */
Object.assign(globalThis, {
  startEditor: (doc: string) => {
    const parent = document.createElement('div');
    parent.style.cssText = 'width: 420px; height: 720px; overflow: hidden';
    document.body.replaceChildren(parent);
    const looks = EditorView.theme({ '&': { height: '100%' }, '.cm-scroller': { overflow: 'auto' } });
    const language = [markdown({ base: markdownLanguage }), syntaxHighlighting(defaultHighlightStyle)];
    const view = new EditorView({ doc, parent, extensions: [EditorView.lineWrapping, looks, language] });
    return view.state.doc.length > 0;
  },
});
