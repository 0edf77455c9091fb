import { isolateHistory } from '@codemirror/commands';
import { type EditorState, Text, Transaction } from '@codemirror/state';
import { followText, isAboutSecond } from '../../annotations/comments/follow-text.ts';
import { newGap } from '../gap.ts';
import { setSlideKeys, slideAt, slideIndex, slideKeys } from '../slide-index.ts';
import type { BreakKind } from '../slide.ts';

/**
 * Splits a slide at an offset of the document; what stands behind it becomes a new slide, and with it the comments on its words.
 * @returns `null` where no break can stand: in code, in a comment, in the front matter, outside a slide's body
 */
export function splitSlide(state: EditorState, offset: number, kind: BreakKind): Transaction | null {
  const index = slideIndex(state);
  const slide = slideAt(index, offset);
  const gap = newGap(state, index, kind);
  if (gap === null || offset < slide.from || offset > slide.to) return null;
  // Line ends that stand around the caret already are not written twice.
  const before = /\n*$/.exec(state.doc.sliceString(slide.from, offset))?.[0].length ?? 0;
  const after = /^\n*/.exec(state.doc.sliceString(offset, slide.to))?.[0].length ?? 0;
  const insert = index.separators === null ? trimLines(gap, before, after) : gap;
  const at = index.slides.indexOf(slide);
  const keys = slideKeys(index);
  const [first, second] = [state.doc.sliceString(slide.from, offset), state.doc.sliceString(offset, slide.to)];
  const made = `s${index.nextKey}`;
  const transaction = state.update({
    changes: { from: offset, insert: Text.of(insert.split('\n')) },
    selection: { anchor: offset + insert.length },
    effects: [
      setSlideKeys.of([...keys.slice(0, at + 1), made, ...keys.slice(at + 1)]),
      ...followText(state, slide.key, made, (comment) => isAboutSecond(comment, first, second)),
    ],
    annotations: [isolateHistory.of('full'), Transaction.userEvent.of('slides.split')],
  });
  const split = slideIndex(transaction.state).slides;
  return split.length === index.slides.length + 1 && split[at + 1]?.break === kind ? transaction : null;
}

function trimLines(gap: string, before: number, after: number): string {
  const lead = /^\s*/.exec(gap)?.[0] ?? '';
  const end = /\s*$/.exec(gap)?.[0] ?? '';
  const eol = lead.slice(0, lead.length / 2);
  return eol.repeat(Math.max(0, 2 - before)) + gap.trim() + eol.repeat(Math.max(1, end.length / eol.length - after));
}
