import type { Transaction } from '@codemirror/state';
import { annotationSet } from '../annotations/annotation-field.ts';
import type { Annotation } from '../annotations/annotation.ts';
import type { Comment } from '../annotations/comment.ts';
import { drawingBounds } from '../annotations/drawing/drawing-bounds.ts';
import { type Drawing, isDrawing } from '../annotations/drawing/drawing.ts';
import { listChange } from '../annotations/list-change.ts';
import type { Layer } from '../annotations/layer.ts';
import { slideIndex } from './slide-index.ts';
import { slidesInWords } from './slide-label.ts';

/** What a step on annotations did, in the words of the history: `Drew on slide 2`; `null` for an event of another kind. */
export function annotationStepName(event: string, transaction: Transaction): string | null {
  const [before, after] = [annotationSet(transaction.startState), annotationSet(transaction.state)];
  const { gone, come, changed } = difference(before.annotations, after.annotations);
  switch (event) {
    case 'annotation.add':
      return addedName(come, placeOf(transaction, come));
    case 'annotation.paste':
      return `Pasted ${nouns(come)}${placeOf(transaction, come)}`;
    case 'annotation.duplicate':
      return `Duplicated ${nouns(come)}${placeOf(transaction, come)}`;
    case 'annotation.import':
      return `Brought ${nouns([...come, ...changed.map(([, is]) => is)])} from a PDF`;
    case 'annotation.remove':
      return `Deleted ${nouns(gone)}${placeOf(transaction, gone)}`;
    case 'annotation.erase':
      return `Erased${placeOf(transaction, [...gone, ...changed.map(([was]) => was)])}`;
    case 'annotation.change':
      return changedName(changed, transaction);
    case 'annotation.order':
      return `Reordered drawings${placeOf(transaction, movedIn(before.annotations, after.annotations))}`;
    case 'layer.add':
    case 'layer.change':
    case 'layer.move':
    case 'layer.remove':
    case 'layer.merge':
      return layerName(event, before.layers, after.layers);
    default:
      return null;
  }
}

interface Difference {
  readonly gone: readonly Annotation[];
  readonly come: readonly Annotation[];
  readonly changed: readonly (readonly [was: Annotation, is: Annotation])[];
}

function difference(before: readonly Annotation[], after: readonly Annotation[]): Difference {
  const [old, now] = [before, after].map((list) => new Map(list.map((each) => [each.id, each])));
  const [there, stays] = [new Set(before), new Set(after)];
  return {
    gone: before.filter(({ id }) => now?.has(id) !== true),
    come: after.filter(({ id }) => old?.has(id) !== true),
    changed: before.flatMap((was) => {
      const is = stays.has(was) ? undefined : now?.get(was.id);
      return is === undefined || there.has(is) ? [] : [[was, is] as const];
    }),
  };
}

function movedIn(before: readonly Annotation[], after: readonly Annotation[]): readonly Annotation[] {
  return listChange(before, after)?.into.map(({ item }) => item) ?? [];
}

function placeOf({ startState, state }: Transaction, all: readonly Annotation[]): string {
  const keys = [...new Set(all.map(({ slide }) => slide))];
  const index = [slideIndex(state), slideIndex(startState)].find(({ outline }) =>
    keys.every((key) => outline.place(key) >= 0),
  );
  return index === undefined || keys.length === 0 ? '' : ` on ${slidesInWords(index, keys)}`;
}

function addedName(added: readonly Annotation[], place: string): string {
  if (added.every(({ kind }) => kind === 'comment')) return `Commented${place}`;
  if (added.every(({ kind }) => kind === 'label')) return `Wrote${place}`;
  return added.every(isDrawing) ? `Drew${place}` : `Added ${nouns(added)}${place}`;
}

/** `a drawing`, `2 comments`; what is of several kinds is called by what they are all. */
function nouns(all: readonly Annotation[]): string {
  const noun = all.every(({ kind }) => kind === 'comment')
    ? 'comment'
    : all.every(isDrawing)
      ? 'drawing'
      : 'annotation';
  if (all.length !== 1) return `${all.length} ${noun}s`;
  return noun === 'annotation' ? 'an annotation' : `a ${noun}`;
}

function changedName(changed: Difference['changed'], transaction: Transaction): string {
  const [was, is] = [changed.map(([old]) => old), changed.map(([, now]) => now)];
  const what = nouns(is);
  const place = placeOf(transaction, was);
  const all = (test: (old: Annotation, now: Annotation) => boolean) => changed.every(([old, now]) => test(old, now));
  if (all((old, now) => old.slide !== now.slide)) return `Put ${what}${placeOf(transaction, is)}`;
  if (all((old, now) => layerIdOf(old) !== layerIdOf(now))) return `Put ${what} on another layer`;
  if (all((old, now) => isDrawing(old) && isDrawing(now)))
    return `${drawingVerb(changed as readonly (readonly [Drawing, Drawing])[])} ${what}${place}`;
  const [first] = changed;
  if (first?.[0].kind === 'comment' && first[1].kind === 'comment')
    return changed.length === 1 ? `${commentStep(first[0], first[1])}${place}` : `Changed ${what}${place}`;
  return `Changed ${what}${place}`;
}

function layerIdOf(annotation: Annotation): string {
  return annotation.kind === 'foreign' ? '' : annotation.layer;
}

function drawingVerb(changed: readonly (readonly [was: Drawing, is: Drawing])[]): string {
  const all = (test: (was: Drawing, is: Drawing) => boolean) => changed.every(([was, is]) => test(was, is));
  if (all((was, is) => was.kind === 'label' && is.kind === 'label' && was.text !== is.text)) return 'Rewrote';
  if (changed.some(([was, is]) => was.color !== is.color)) return 'Recoloured';
  const same = all((was, is) => {
    const [old, now] = [drawingBounds(was), drawingBounds(is)];
    return Math.abs(old.width - now.width) < 0.1 && Math.abs(old.height - now.height) < 0.1;
  });
  const moved = changed.some(([was, is]) => {
    const [old, now] = [drawingBounds(was), drawingBounds(is)];
    return old.x !== now.x || old.y !== now.y;
  });
  return same ? (moved ? 'Moved' : 'Changed') : 'Resized';
}

function commentStep(was: Comment, is: Comment): string {
  if (is.replies.length > was.replies.length) return 'Replied to a comment';
  if (is.replies.length < was.replies.length) return 'Deleted a reply';
  if (was.resolved === null && is.resolved !== null) return 'Resolved a comment';
  if (was.resolved !== null && is.resolved === null) return 'Reopened a comment';
  if (was.text !== is.text) return 'Rewrote a comment';
  return is.replies.some((reply, i) => reply !== was.replies[i]) ? 'Rewrote a reply' : 'Moved a comment';
}

function layerName(event: string, before: readonly Layer[], after: readonly Layer[]): string {
  const come = after.find(({ id }) => before.every((layer) => layer.id !== id));
  const gone = before.find(({ id }) => after.every((layer) => layer.id !== id));
  const is = after.find((layer) => before.some(({ id }) => id === layer.id) && !before.includes(layer));
  const was = before.find(({ id }) => id === is?.id);
  if (event === 'layer.add') return `Added the layer ${quoted(come)}`;
  if (event === 'layer.remove') return `Deleted the layer ${quoted(gone)}`;
  if (event === 'layer.merge') return `Merged the layer ${quoted(gone)} into another`;
  if (event === 'layer.move' || is === undefined || was === undefined) return 'Reordered the layers';
  if (was.hidden !== is.hidden) return `${is.hidden ? 'Hid' : 'Showed'} the layer ${quoted(is)}`;
  if (was.locked !== is.locked) return `${is.locked ? 'Locked' : 'Unlocked'} the layer ${quoted(is)}`;
  return `Renamed the layer ${quoted(was)} to ${quoted(is)}`;
}

function quoted(layer: Layer | undefined): string {
  return `“${layer?.name ?? ''}”`;
}
