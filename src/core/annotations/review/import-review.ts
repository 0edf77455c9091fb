import type { EditorState, Transaction } from '@codemirror/state';
import { Failure } from '../../failure.ts';
import { annotations, layers } from '../annotation-field.ts';
import type { Annotation } from '../annotation.ts';
import { annotationStep } from '../commands/annotation-step.ts';
import type { Comment } from '../comment.ts';
import type { NewId } from '../copied-annotations.ts';
import { type Drawing, isDrawing } from '../drawing/drawing.ts';
import { defaultLayer, type Layer } from '../layer.ts';
import { loadAnnotations } from '../sidecar/read.ts';
import { isFree } from '../slide-annotations.ts';
import { shownTraces } from './exported-text.ts';
import { mergeComment, withoutNotes } from './merge-comment.ts';
import { mergeDrawing } from './merge-drawing.ts';
import { quotedOnSlide } from './quote-on-slide.ts';
import type { LeftOutMark, Review } from './review.ts';

type Own = Drawing | Comment;

/** What a reviewed document brings to a deck. */
export interface ReviewImport {
  /** One step; `null` where there is nothing to bring. */
  readonly transaction: Transaction | null;
  readonly added: readonly Own[];
  readonly changed: readonly Own[];
  /** How many are in both as they were. */
  readonly unchanged: number;
  /** What was exported and is in the document no more; the deck keeps it. */
  readonly missing: readonly Own[];
  /** What was changed in the document, and lies on a locked layer of the deck. */
  readonly locked: readonly Own[];
  readonly leftOut: readonly LeftOutMark[];
}

export interface ImportContext {
  readonly newId: NewId;
  /** ISO 8601. */
  readonly now: string;
}

/**
 * Brings what people put on a document to the deck that it was exported from: what is new lies on a layer of its own. Throws a
 * Failure `refused` where it shows slides of another deck.
 */
export function importReview(state: EditorState, review: Review, { newId, now }: ImportContext): ReviewImport {
  const traces = shownTraces(state);
  // Decks that are written alike give their slides the same ids: it is the words that tell whose they are.
  const unnamed = traces.map((trace) => ({ ...trace, id: null }));
  const { problem } = loadAnnotations(review.collection, state, unnamed);
  if (problem !== null) throw otherDeck(review.name, problem);
  const loaded = loadAnnotations(review.collection, state, traces);
  const current = byId(annotations(state));
  const exported = byId(review.exported === null ? [] : loadAnnotations(review.exported, state, traces).annotations);
  // Where the deck has nothing of what was exported, it is a copy that was never given it: all of it is new there.
  const isCopy = ![...exported.keys()].some((id) => current.has(id));
  const layer = layerFor(state, review.name, newId, now);
  const [added, changed, locked]: [Own[], Own[], Own[]] = [[], [], []];
  let unchanged = 0;
  const read = loaded.annotations.filter(isOwn);
  for (const each of read) {
    const [own, was] = [current.get(each.id), exported.get(each.id)];
    if (own === undefined) {
      // A document knows less of a drawing than what was exported: what was not changed is as it was.
      const whole = was === undefined ? each : merged(was, was, each);
      // What the deck has no more was taken away there, and nobody said anything to it since.
      if (whole === was && !isCopy) unchanged++;
      else added.push(asNew(state, whole, layer.id));
      continue;
    }
    const next = merged(own, was ?? baseOf(own, each), each);
    if (next === own) unchanged++;
    else if (isFree(state, own)) changed.push(stamped(quoted(state, next), each, now));
    else locked.push(own);
  }
  const ids = new Set(read.map(({ id }) => id));
  const missing = [...exported.values()].flatMap((each) => (ids.has(each.id) ? [] : (current.get(each.id) ?? [])));
  const transaction = step(state, { added, changed, layer });
  return { transaction, added, changed, unchanged, missing, locked, leftOut: review.leftOut };
}

function isOwn(annotation: Annotation): annotation is Own {
  return annotation.kind === 'comment' || isDrawing(annotation);
}

function byId(all: readonly Annotation[]): ReadonlyMap<string, Own> {
  return new Map(all.filter(isOwn).map((each) => [each.id, each]));
}

/** The deck’s annotation with what the document changed of it, and on the slide that it was put on there. */
function merged(current: Own, exported: Own, read: Own): Own {
  const isLater = isNewer(current, read);
  const next =
    current.kind === 'comment'
      ? read.kind === 'comment' && exported.kind === 'comment'
        ? mergeComment(current, exported, read, isLater)
        : current
      : read.kind !== 'comment' && exported.kind !== 'comment'
        ? mergeDrawing(current, exported, read, isLater)
        : current;
  if (read.slide === exported.slide || read.slide === '' || read.slide === current.slide) return next;
  const { lastSlide: _, ...rest } = next;
  return { ...rest, slide: read.slide } as Own;
}

/** What stands for the exported annotation where none is known: the later of the two is right, and answers are kept from both. */
function baseOf(current: Own, read: Own): Own {
  if (isNewer(read, current)) return current;
  return read.kind === 'comment' && current.kind === 'comment' ? { ...read, replies: current.replies } : read;
}

/** Whether one was changed after another: a document knows no parts of a second. */
function isNewer(one: Own, other: Own): boolean {
  const [a, b] = [one, other].map(({ created, modified }) => Date.parse(modified ?? created) || 0);
  return (a ?? 0) > (b ?? 0) + 1000;
}

function asNew(state: EditorState, read: Own, layer: string): Own {
  return read.kind === 'comment' ? quoted(state, { ...withoutNotes(read), layer }) : { ...read, layer };
}

/** Words that a document told are found on the slide: what stands around them is not known yet. */
function quoted(state: EditorState, changed: Own): Own {
  if (changed.kind !== 'comment' || changed.anchor.kind !== 'quote') return changed;
  const { prefix, suffix } = changed.anchor;
  return prefix === '' && suffix === '' ? quotedOnSlide(state, changed) : changed;
}

function stamped(changed: Own, { modified }: Own, now: string): Own {
  return { ...changed, modified: modified ?? now };
}

/** The layer of what came from a document: the one of its name, if nothing keeps others from it. */
function layerFor(state: EditorState, name: string, newId: NewId, now: string): Layer {
  const known = layers(state).find((layer) => layer.name === name && layer.origin === 'own' && !layer.locked);
  return known ?? { ...defaultLayer, id: newId(), name, origin: 'own', created: now };
}

interface Brought {
  readonly added: readonly Own[];
  readonly changed: readonly Own[];
  readonly layer: Layer;
}

function step(state: EditorState, { added, changed, layer }: Brought): Transaction | null {
  const next = new Map(changed.map((each) => [each.id, each]));
  const kept = annotations(state).map((each) => next.get(each.id) ?? each);
  const isNew = added.length > 0 && !layers(state).some(({ id }) => id === layer.id);
  const wanted = {
    annotations: [...kept, ...added],
    ...(isNew ? { layers: [...layers(state), layer] } : {}),
  };
  return annotationStep(state, wanted, 'annotation.import');
}

function otherDeck(name: string, cause: Failure): Failure {
  return new Failure(
    {
      code: 'refused',
      message: `${name} shows other slides: none of its pages is of this deck.`,
      place: { file: name },
      wayOut: 'Import it into the deck that it was exported from.',
    },
    { cause },
  );
}
