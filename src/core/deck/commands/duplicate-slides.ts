import type { EditorState, Transaction } from '@codemirror/state';
import { annotations, becomeAnnotations } from '../../annotations/annotation-field.ts';
import { copyOf, type NewId, takenFrom } from '../../annotations/copied-annotations.ts';
import { type Arranged, arrange, arrangedBody, arrangement } from '../arrangement.ts';
import { withAttribute } from '../slide-comment.ts';
import { slideIndex } from '../slide-index.ts';

/**
 * Copies slides to right behind the last of them, with what is drawn on them and said about them. A copy has no id, since an
 * id names one slide; it goes below the slide before where its neighbours are a stack.
 * @param newId names the copied annotations
 * @returns `null` where no slide has one of the keys
 */
export function duplicateSlides(state: EditorState, keys: readonly string[], newId: NewId): Transaction | null {
  const wanted = new Set(keys);
  const all = arrangement(state);
  const originals = all.filter(({ key }) => wanted.has(key));
  const last = originals.at(-1);
  if (last === undefined) return null;
  const at = (last.was ?? 0) + 1;
  const inStack = all[at]?.break === 'vertical';
  const { nextKey } = slideIndex(state);
  const copies = originals.map((slide, i): Arranged => ({
    key: `s${nextKey + i}`,
    break: inStack || slide.break === 'vertical' ? 'vertical' : 'horizontal',
    was: null,
    stays: false,
    body: withAttribute(arrangedBody(state, slide), 'id', null),
  }));
  const { bySlide } = takenFrom(state, wanted);
  const onCopies = originals.flatMap(({ key }, i) =>
    (bySlide.get(key) ?? []).map((annotation) => copyOf(annotation, copies[i]?.key ?? '', newId)),
  );
  const effects = becomeAnnotations(state, { annotations: [...annotations(state), ...onCopies] });
  return arrange(state, [...all.slice(0, at), ...copies, ...all.slice(at)], 'slides.duplicate', effects);
}
