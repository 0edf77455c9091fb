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
  // Lines wrap at the panel's edge, whatever cannot be broken: a folded part's summary is cut instead.
  '.cm-content': { minWidth: '0', padding: '10px 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 12px 0 8px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--info) 28%, transparent)',
  },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--accent-soft)', boxShadow: 'inset 2px 0 var(--accent)' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '.cm-placeholder': { color: 'var(--text-3)', fontFamily: 'var(--font-ui)' },
});

const slides = EditorView.theme({
  '.cm-gutters': { backgroundColor: 'transparent', border: '0', color: 'var(--text-3)' },
  '.ui-slide-gutter': { cursor: 'default', minWidth: '30px' },
  '.ui-slide-gutter .cm-gutterElement': { padding: '0 2px 0 6px', textAlign: 'right' },
  '.ui-slide-marker': {
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-1)',
    fontVariantNumeric: 'tabular-nums',
    borderRadius: 'var(--radius-s)',
    padding: '0 3px',
  },
  '.ui-slide-marker:hover': { backgroundColor: 'var(--surface-3)', color: 'var(--text-1)' },
  '.ui-slide-marker-folded': { color: 'var(--accent)' },
  '.ui-fold': {
    display: 'inline-block',
    boxSizing: 'border-box',
    maxWidth: 'calc(100% - 12px)',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    verticalAlign: 'bottom',
    whiteSpace: 'nowrap',
    margin: '0 6px',
    padding: '0 7px',
    border: '1px solid var(--line)',
    borderRadius: '9px',
    backgroundColor: 'var(--surface-2)',
    color: 'var(--text-2)',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-1)',
    cursor: 'default',
  },
  '.ui-fold:hover': { backgroundColor: 'var(--surface-3)', color: 'var(--text-1)' },
  '.ui-slide-line': { boxShadow: 'inset 2px 0 var(--edge)' },
  '.ui-break-line': { color: 'var(--text-3)', letterSpacing: '0.2em', borderTop: '1px solid var(--line)' },
  '.ui-note-line': { backgroundColor: 'color-mix(in srgb, var(--info) 7%, transparent)' },
  '.ui-copying': {
    margin: '0 2px',
    padding: '0 7px',
    borderRadius: '9px',
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent)',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-1)',
  },
  '.cm-selectionMatch': { backgroundColor: 'color-mix(in srgb, var(--info) 16%, transparent)' },
});

const control = {
  border: '1px solid var(--edge)',
  borderRadius: 'var(--radius-s)',
  backgroundColor: 'var(--field)',
};
const focusRing = { outline: '2px solid var(--accent)', outlineOffset: '1px' };

const findPanel = EditorView.theme({
  '.cm-panels': { backgroundColor: 'var(--surface-2)', color: 'var(--text-2)', borderColor: 'var(--line)' },
  '.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)' },
  '.ui-find': {
    display: 'grid',
    gap: '5px',
    padding: '8px 8px 6px',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-2)',
  },
  '.ui-find-row': { display: 'flex', alignItems: 'center', gap: '4px', minWidth: '0' },
  '.ui-find-box': { ...control, display: 'flex', flex: '1 1 auto', minWidth: '0', padding: '1px', gap: '1px' },
  '.ui-find-box:focus-within': focusRing,
  '.ui-find-field': {
    flex: '1 1 auto',
    minWidth: '0',
    padding: '3px 7px',
    border: '0',
    outline: '0',
    background: 'none',
    color: 'var(--text-1)',
    font: 'inherit',
  },
  '.ui-find-field::placeholder': { color: 'var(--text-3)' },
  '.ui-find-toggle, .ui-find-button': {
    flex: 'none',
    minHeight: '24px',
    minWidth: '24px',
    border: '0',
    borderRadius: 'var(--radius-s)',
    background: 'none',
    color: 'var(--text-2)',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-1)',
    cursor: 'default',
  },
  '.ui-find-toggle': { fontFamily: 'var(--font-code)' },
  '.ui-find-toggle::before': { content: 'attr(data-sign)' },
  '.ui-find-button': { padding: '0 7px' },
  '.ui-find-toggle:hover, .ui-find-button:hover': { backgroundColor: 'var(--surface-3)', color: 'var(--text-1)' },
  '.ui-find-toggle[aria-pressed=true]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent)',
    boxShadow: 'inset 0 0 0 1px var(--accent)',
  },
  '.ui-find-button[aria-disabled=true]': { color: 'var(--text-3)', opacity: '0.6', background: 'none' },
  '.ui-find-toggle:focus-visible, .ui-find-button:focus-visible': focusRing,
  '.ui-find-count': {
    minHeight: '1.4em',
    paddingLeft: '2px',
    color: 'var(--text-3)',
    fontSize: 'var(--size-1)',
    fontVariantNumeric: 'tabular-nums',
  },
  '.ui-find-count.ui-find-trouble': { color: 'var(--bad)' },
  '.cm-searchMatch': { backgroundColor: 'var(--warn-soft)', outline: '1px solid var(--warn)' },
  '.cm-searchMatch-selected': { backgroundColor: 'color-mix(in srgb, var(--warn) 45%, transparent)' },
});

const completionList = EditorView.theme({
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-m)',
    backgroundColor: 'var(--surface-2)',
    color: 'var(--text-1)',
    boxShadow: 'var(--shadow-float)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    maxHeight: '15em',
    borderRadius: 'var(--radius-m)',
    maxWidth: 'min(420px, 90vw)',
    fontFamily: 'var(--font-code)',
    fontSize: 'var(--size-2)',
    scrollbarWidth: 'thin',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    gap: '10px',
    alignItems: 'baseline',
    padding: '3px 10px',
    lineHeight: '1.5',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--surface-3)',
    color: 'var(--text-1)',
    boxShadow: 'inset 2px 0 var(--accent)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--accent)', fontWeight: '650' },
  '.cm-completionLabel': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '.cm-completionDetail': {
    marginLeft: 'auto',
    overflow: 'hidden',
    color: 'var(--text-3)',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-1)',
    fontStyle: 'normal',
    textOverflow: 'ellipsis',
  },
  '.cm-tooltip.cm-completionInfo': {
    maxWidth: '260px',
    padding: '6px 10px',
    color: 'var(--text-2)',
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--size-2)',
    lineHeight: '1.45',
  },
});

const markdownColours = HighlightStyle.define([
  { tag: tags.heading, color: 'var(--text-1)', fontWeight: '650' },
  { tag: tags.strong, color: 'var(--text-1)', fontWeight: '650' },
  { tag: tags.emphasis, color: 'var(--text-1)', fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: [tags.link, tags.url], color: 'var(--info)' },
  { tag: tags.special(tags.link), color: 'var(--accent)', backgroundColor: 'var(--accent-soft)', borderRadius: '3px' },
  { tag: [tags.monospace, tags.string], color: 'var(--good)' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.comment, tags.meta], color: 'var(--text-3)' },
  { tag: tags.quote, color: 'var(--text-2)', fontStyle: 'italic' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName), tags.labelName, tags.atom], color: 'var(--accent)' },
  { tag: [tags.number, tags.bool], color: 'var(--info)' },
]);

/** How editors look: from the tokens, so that they follow light and dark by themselves. */
export const editorTheme: Extension = [surface, slides, findPanel, completionList, syntaxHighlighting(markdownColours)];
