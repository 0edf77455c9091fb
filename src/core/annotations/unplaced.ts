import type { EditorState } from '@codemirror/state';
import { slideIndex } from '../deck/slide-index.ts';
import { annotations } from './annotation-field.ts';
import type { Annotation } from './annotation.ts';
import type { SlideTrace } from './likeness.ts';
import { isPlaced } from './slide-annotations.ts';

/** Annotations that were on one slide, which the deck does not have. */
export interface UnplacedGroup {
  /** Names the group among the others. */
  readonly id: string;
  /** What is known of the slide; `null` for nothing. */
  readonly slide: SlideTrace | null;
  readonly annotations: readonly Annotation[];
}

/** What waits for its slide, or for somebody to put it on another, by the slide that it was on: in the order that those had. */
export function unplacedGroups(state: EditorState): readonly UnplacedGroup[] {
  const { lost } = slideIndex(state);
  const groups = new Map<string, { readonly slide: SlideTrace | null; readonly annotations: Annotation[] }>();
  for (const each of annotations(state)) {
    if (isPlaced(state, each)) continue;
    const slide = lost.get(each.slide) ?? each.lastSlide ?? null;
    // What another program wrote need not be on a slide at all.
    if (each.kind === 'foreign' && slide === null) continue;
    const id = each.slide === '' ? JSON.stringify(slide) : each.slide;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { slide, annotations: [each] });
    else group.annotations.push(each);
  }
  return Array.from(groups, ([id, group]) => ({ id, ...group })).toSorted(
    (a, b) => (a.slide?.number ?? Infinity) - (b.slide?.number ?? Infinity) || 0,
  );
}
