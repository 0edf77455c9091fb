import type { EditorState, Transaction } from '@codemirror/state';
import { arrange, arrangement } from '../arrangement.ts';
import { slideIndex } from '../slide-index.ts';
import { promoteOrphans } from './orphans.ts';

/**
 * Deletes slides. A deck always has a slide: where all go, an empty one is left.
 * @returns `null` where no slide has one of the keys
 */
export function deleteSlides(state: EditorState, keys: readonly string[]): Transaction | null {
  const gone = new Set(keys);
  const all = arrangement(state);
  const staying = promoteOrphans(all, (slide) => !gone.has(slide.key));
  if (staying.length === all.length) return null;
  const blank = {
    key: `s${slideIndex(state).nextKey}`,
    break: 'horizontal',
    was: null,
    stays: false,
    body: '',
  } as const;
  return arrange(state, staying.length === 0 ? [blank] : staying, 'slides.delete');
}
