import type { AnnotationFields } from './annotation-fields.ts';
import type { UnknownFields } from './unknown-fields.ts';

/** What of a slide a comment is about. */
export type CommentAnchor =
  | { readonly kind: 'slide' }
  /** A place on it, in slide units. */
  | { readonly kind: 'point'; readonly x: number; readonly y: number }
  /** Words, found again by themselves and what stands around them: in the Markdown, or on the slide as it is shown. */
  | {
      readonly kind: 'quote';
      readonly in: 'source' | 'slide';
      readonly exact: string;
      readonly prefix: string;
      readonly suffix: string;
    };

export interface Reply {
  readonly id: string;
  /** '' where nobody was named. */
  readonly creator: string;
  /** ISO 8601. */
  readonly created: string;
  readonly modified?: string;
  readonly text: string;
  readonly unknown?: UnknownFields;
}

/** What somebody says about a slide. All texts are plain: what looks like HTML in them is text. */
export interface Comment extends AnnotationFields {
  readonly kind: 'comment';
  readonly anchor: CommentAnchor;
  readonly text: string;
  /** The earliest first. */
  readonly replies: readonly Reply[];
  /** Who said when that it is dealt with; `null` while it is not. */
  readonly resolved: { readonly by: string; readonly at: string } | null;
}
