import type { EditorState } from '@codemirror/state';
import { slideIndex } from '../deck/slide-index.ts';
import { slideLabelOf } from '../deck/slide-label.ts';
import { annotations } from './annotation-field.ts';
import { annotationKind, type AnnotationKind, annotationText } from './annotation-kind.ts';
import type { Annotation } from './annotation.ts';
import type { Comment, Reply } from './comment.ts';
import { isPlaced, layerOf } from './slide-annotations.ts';

/** An answer, as `lectern annotations --json` prints it. */
export type ReplySummary = Pick<Reply, 'creator' | 'created' | 'text'>;

/** One annotation, as `lectern annotations --json` prints it. */
export interface AnnotationSummary {
  readonly id: string;
  readonly kind: AnnotationKind;
  /** Number of its slide, from 1 in file order; `null` where that is not in the deck. */
  readonly slide: number | null;
  /** What people call the slide: `3.1`. */
  readonly slideLabel: string | null;
  readonly placed: boolean;
  /** For one that is not placed, the number that its slide had, where that is known. */
  readonly lastSlide: number | null;
  /** '' where nobody was named. */
  readonly author: string;
  /** ISO 8601. */
  readonly created: string | null;
  readonly modified: string | null;
  /** What it says, if it says anything. */
  readonly text: string;
  /** Name of its layer; `null` for what another program wrote. */
  readonly layer: string | null;
  /** Whether its layer is hidden. */
  readonly hidden: boolean;
  /** Of a comment: the words that it is about. */
  readonly quote: string | null;
  /** Of a comment: where on its slide it is, in slide units. */
  readonly point: { readonly x: number; readonly y: number } | null;
  /** Of a comment: who resolved it, and when; `null` while it is open, and for all others. */
  readonly resolved: Comment['resolved'];
  readonly replies: readonly ReplySummary[];
}

/** All annotations of a deck, slide by slide, in drawing order; those that have no slide there last. */
export function summariseAnnotations(state: EditorState): readonly AnnotationSummary[] {
  const { outline } = slideIndex(state);
  const placeOf = ({ slide }: Annotation) => (outline.place(slide) < 0 ? Infinity : outline.place(slide));
  return annotations(state)
    .toSorted((a, b) => placeOf(a) - placeOf(b) || 0)
    .map((annotation) => summaryOf(state, annotation));
}

function summaryOf(state: EditorState, annotation: Annotation): AnnotationSummary {
  const index = slideIndex(state);
  const placed = isPlaced(state, annotation);
  const own = annotation.kind === 'foreign' ? null : annotation;
  const comment = annotation.kind === 'comment' ? annotation : null;
  const last = index.lost.get(annotation.slide) ?? annotation.lastSlide;
  const layer = layerOf(state, annotation);
  return {
    id: annotation.id,
    kind: annotationKind(annotation),
    slide: placed ? index.outline.place(annotation.slide) + 1 : null,
    slideLabel: placed ? slideLabelOf(index, annotation.slide) : null,
    placed,
    lastSlide: placed ? null : (last?.number ?? null),
    author: own?.creator ?? '',
    created: own?.created ?? null,
    modified: own?.modified ?? null,
    text: annotationText(annotation),
    layer: own === null ? null : layer.name,
    hidden: own !== null && layer.hidden,
    quote: comment?.anchor.kind === 'quote' ? comment.anchor.exact : null,
    point: comment?.anchor.kind === 'point' ? { x: comment.anchor.x, y: comment.anchor.y } : null,
    resolved: comment?.resolved ?? null,
    replies: comment?.replies.map(({ creator, created, text }) => ({ creator, created, text })) ?? [],
  };
}
