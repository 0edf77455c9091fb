import { MergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type ReactElement, useEffect, useRef } from 'react';
import { deckLanguage } from '../editor/deck-language.ts';
import { writing } from '../editor/editor-extensions.ts';
import { hiddenMiddles } from '../editor/long-lines.ts';

interface TextDifferenceProps {
  readonly old: string;
  readonly now: string;
  readonly oldName: string;
  readonly nowName: string;
}

const colours = EditorView.theme({
  '&.cm-editor': { height: 'auto', backgroundColor: 'transparent' },
  '.cm-content': { padding: '6px 0' },
  '&.cm-merge-a .cm-changedLine': { backgroundColor: 'var(--bad-soft)' },
  '&.cm-merge-b .cm-changedLine': { backgroundColor: 'color-mix(in srgb, var(--good) 12%, transparent)' },
  '&.cm-merge-a .cm-changedText': {
    background: 'color-mix(in srgb, var(--bad) 26%, transparent)',
    borderRadius: '2px',
  },
  '&.cm-merge-b .cm-changedText': {
    background: 'color-mix(in srgb, var(--good) 26%, transparent)',
    borderRadius: '2px',
  },
  '&.cm-merge-a .cm-changedLineGutter': { background: 'var(--bad)' },
  '&.cm-merge-b .cm-changedLineGutter': { background: 'var(--good)' },
  // Words on a coloured ground are as dark or light as words can be.
  '.cm-changedText, .cm-changedText span': { color: 'var(--text-1)' },
  '.cm-changedLine, .cm-changedLine span': { color: 'var(--text-1)' },
  '.cm-gutters': { backgroundColor: 'transparent', border: '0' },
  // As specific as what the library says for light and dark; its marks at both ends are a sign that few fonts have.
  '&.cm-editor .cm-collapsedLines': {
    padding: '4px 10px',
    background: 'var(--surface-3)',
    color: 'var(--text-2)',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-1)',
    textAlign: 'center',
  },
  '&.cm-editor .cm-collapsedLines:hover': { color: 'var(--text-1)', textDecoration: 'underline' },
  '&.cm-editor .cm-collapsedLines:before, &.cm-editor .cm-collapsedLines:after': { content: 'none' },
});

function side(doc: string, name: string): { readonly doc: string; readonly extensions: Extension } {
  return {
    doc,
    extensions: [
      EditorState.lineSeparator.of('\n'),
      EditorState.phrases.of({ '$ unchanged lines': '$ lines that are the same' }),
      writing,
      deckLanguage(),
      hiddenMiddles,
      colours,
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.contentAttributes.of({ 'aria-label': name, tabindex: '0', role: 'textbox', 'aria-readonly': 'true' }),
    ],
  };
}

/** Two texts side by side, with what differs marked. */
export function TextDifference({ old, now, oldName, nowName }: TextDifferenceProps): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parent = host.current;
    if (parent === null) return undefined;
    const view = new MergeView({
      a: side(old, oldName),
      b: side(now, nowName),
      parent,
      collapseUnchanged: { margin: 3, minSize: 6 },
    });
    return () => view.destroy();
  }, [old, now, oldName, nowName]);
  return <div ref={host} className="ui-text-difference" />;
}
