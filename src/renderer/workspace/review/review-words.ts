import { annotationKind, annotationText, kindName } from '../../../core/annotations/annotation-kind.ts';
import type { Annotation } from '../../../core/annotations/annotation.ts';
import type { ReviewImport } from '../../../core/annotations/review/import-review.ts';
import type { LeftOutMark } from '../../../core/annotations/review/review.ts';

/** What an import did, in one sentence: `3 added, 1 changed.` */
export function saysImport({ added, changed, unchanged }: ReviewImport): string {
  const parts = [
    ...(added.length === 0 ? [] : [`${added.length} added`]),
    ...(changed.length === 0 ? [] : [`${changed.length} changed`]),
    ...(unchanged === 0 ? [] : [`${unchanged} as before`]),
  ];
  return parts.length === 0 ? 'There are no annotations in it.' : `${parts.join(', ')}.`;
}

/** What has to be known about an import, one thing a line. */
export function importNotes(found: ReviewImport, slideOf: (annotation: Annotation) => string): readonly string[] {
  const waiting = found.added.filter(({ slide }) => slide === '').length;
  return [
    ...(waiting === 0
      ? []
      : [
          `${waiting === 1 ? 'One waits' : `${waiting} wait`} for a slide that is no longer here, at the end of the comments.`,
        ]),
    ...found.missing.map((each) => `${named(each, slideOf)} was deleted in the PDF. It is kept here.`),
    ...found.locked.map(
      (each) => `${named(each, slideOf)} was changed in the PDF. It stays as it is: its layer is locked.`,
    ),
    ...found.leftOut.map(leftOutNote),
  ];
}

function named(annotation: Annotation, slideOf: (annotation: Annotation) => string): string {
  const text = short(annotationText(annotation));
  const slide = slideOf(annotation);
  const where = slide === '' ? '' : `Slide ${slide}: `;
  return `${where}${kindName(annotationKind(annotation))}${text === '' ? '' : ` “${text}”`}`;
}

function leftOutNote({ page, kind, author, text, reason }: LeftOutMark): string {
  const why = reason === 'kind' ? 'is of no kind that slides have' : 'stands on no slide';
  const by = author === '' ? '' : ` of ${author}`;
  const said = text.trim() === '' ? '' : ` It says “${short(text)}”.`;
  return `Page ${page}: ${kind}${by} ${why}, and was left out.${said}`;
}

function short(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > 80 ? `${plain.slice(0, 79).trimEnd()}…` : plain;
}
