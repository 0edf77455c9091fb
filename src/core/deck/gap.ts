import type { EditorState } from '@codemirror/state';
import type { BreakKind, SlideIndex } from './slide.ts';

/** The end of a line, a blank line, a break, and blank lines: right between any two slides. */
const sound = /^[ \t\r]*\n(?:[ \t\r]*\n)+(-{2,4})[ \t\r]*\n(?:[ \t\r]*\n)*$/;

/** The text between slide `i` and the one before; for the first slide, between the front matter and it. */
export function gapBefore(state: EditorState, index: SlideIndex, i: number): string {
  const from = i === 0 ? index.head.to : (index.slides[i - 1]?.to ?? 0);
  return state.doc.sliceString(from, index.slides[i]?.from ?? state.doc.length);
}

/** The text to write behind the last slide: what stands there now, if it can stand behind any; else the file's last line end. */
export function tail(state: EditorState, index: SlideIndex): string {
  const text = state.doc.sliceString(index.slides.at(-1)?.to ?? 0);
  return /^\r*\n/.test(text) ? text : lastLineEnd(state);
}

function lastLineEnd(state: EditorState): string {
  const { doc } = state;
  return doc.lines > 1 && doc.line(doc.lines).length === 0 ? lineEnd(state) : '';
}

/** Whether a gap can stand between any two slides, as a break of this kind by the dialect's own rules. */
export function isSound(gap: string, kind: BreakKind): boolean {
  const dashes = sound.exec(gap)?.[1];
  return dashes !== undefined && (dashes.length === 3 ? 'horizontal' : 'vertical') === kind;
}

/** The line end to write: `\n` stands for the file's own; a file with mixed ends gets the ends of its first line. */
export function lineEnd(state: EditorState): string {
  return state.lineBreak === '\n' && state.doc.lines > 1 && state.doc.line(1).text.endsWith('\r') ? '\r\n' : '\n';
}

/**
 * A new break of a kind. In a deck with separators of its own it is a copy of one that is there already, or a plain one that
 * its pattern matches; if there is neither, no break can be made.
 */
export function newGap(state: EditorState, index: SlideIndex, kind: BreakKind): string | null {
  const eol = lineEnd(state);
  const plain = ['---', '--', '----']
    .filter((dashes) => (dashes === '---') === (kind === 'horizontal'))
    .map((dashes) => `${eol}${eol}${dashes}${eol}${eol}`);
  const pattern = index.separators?.[kind] ?? null;
  if (pattern === null) return plain[0] ?? null;
  const own = index.slides.findIndex((slide, i) => i > 0 && slide.break === kind);
  if (own > 0) return gapBefore(state, index, own);
  return plain.find((gap) => gap.search(pattern) !== -1) ?? null;
}
