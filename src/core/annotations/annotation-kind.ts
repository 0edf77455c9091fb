import type { Annotation } from './annotation.ts';

/** What an annotation is, as programs and people call it. */
export type AnnotationKind =
  | 'pen'
  | 'highlighter'
  | 'line'
  | 'arrow'
  | 'rectangle'
  | 'ellipse'
  | 'label'
  | 'comment'
  | 'other';

const names: Readonly<Record<AnnotationKind, string>> = {
  pen: 'Pen stroke',
  highlighter: 'Highlight',
  line: 'Line',
  arrow: 'Arrow',
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  label: 'Text',
  comment: 'Comment',
  other: 'Annotation of another program',
};

export function annotationKind(annotation: Annotation): AnnotationKind {
  switch (annotation.kind) {
    case 'ink':
      return annotation.tool;
    case 'line':
      return annotation.arrow ? 'arrow' : 'line';
    case 'foreign':
      return 'other';
    default:
      return annotation.kind;
  }
}

/** A kind in words: `Pen stroke`. */
export function kindName(kind: AnnotationKind): string {
  return names[kind];
}

/** What an annotation says; '' where it says nothing. */
export function annotationText(annotation: Annotation): string {
  return annotation.kind === 'comment' || annotation.kind === 'label' ? annotation.text : '';
}
