import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const surface = EditorView.theme({
  '&': { height: '100%', color: 'var(--text-2)', backgroundColor: 'transparent', fontSize: 'var(--size-2)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-code)',
    fontVariantLigatures: 'none',
    lineHeight: '1.65',
    overflowX: 'hidden',
  },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 12px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--info) 28%, transparent)',
  },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--accent-soft)', boxShadow: 'inset 2px 0 var(--accent)' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.ui-slide-line': { boxShadow: 'inset 2px 0 var(--edge)' },
  '.ui-break-line': { color: 'var(--text-3)', letterSpacing: '0.2em', borderTop: '1px solid var(--line)' },
  '.cm-placeholder': { color: 'var(--text-3)', fontFamily: 'var(--font-ui)' },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-soft)', outline: '1px solid var(--warn)' },
  '.cm-searchMatch-selected': { backgroundColor: 'color-mix(in srgb, var(--warn) 45%, transparent)' },
});

const searchPanel = EditorView.theme({
  '.cm-panels': { backgroundColor: 'var(--surface-2)', color: 'var(--text-2)', borderColor: 'var(--line)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.cm-panel.cm-search': { padding: '8px 30px 8px 10px', fontFamily: 'var(--font-ui)', fontSize: 'var(--size-2)' },
  '.cm-panel.cm-search label': { fontSize: 'var(--size-1)', display: 'inline-flex', alignItems: 'center', gap: '3px' },
  '.cm-panel.cm-search [name=close]': {
    color: 'var(--text-2)',
    fontSize: '18px',
    right: '8px',
    top: '6px',
    cursor: 'default',
  },
  '.cm-textfield': {
    backgroundColor: 'var(--surface-0)',
    border: '1px solid var(--edge)',
    borderRadius: 'var(--radius-s)',
    color: 'var(--text-1)',
    padding: '3px 8px',
    fontSize: 'var(--size-2)',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--surface-3)',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-s)',
    color: 'var(--text-1)',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-1)',
    padding: '3px 8px',
  },
  '.cm-textfield:focus-visible, .cm-button:focus-visible, [name=close]:focus-visible': {
    outline: '2px solid var(--accent)',
    outlineOffset: '1px',
  },
});

const markdownColours = HighlightStyle.define([
  { tag: tags.heading, color: 'var(--text-1)', fontWeight: '650' },
  { tag: tags.strong, color: 'var(--text-1)', fontWeight: '650' },
  { tag: tags.emphasis, color: 'var(--text-1)', fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--info)' },
  { tag: [tags.monospace, tags.string], color: 'var(--good)' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.comment, tags.meta], color: 'var(--text-3)' },
  { tag: tags.quote, color: 'var(--text-2)', fontStyle: 'italic' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName), tags.labelName, tags.atom], color: 'var(--accent)' },
  { tag: [tags.number, tags.bool], color: 'var(--info)' },
]);

/** How editors look: from the tokens, so that they follow light and dark by themselves. */
export const editorTheme: Extension = [surface, searchPanel, syntaxHighlighting(markdownColours)];
