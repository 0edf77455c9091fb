import type { Annotation } from './annotation.ts';

export interface MergedAnnotations {
  readonly annotations: readonly Annotation[];
  /** How many were changed on both sides: mine are kept. */
  readonly clashes: number;
}

/**
 * Merges two edits of a deck's annotations by their ids: what one side added is there, what one side took away and the other
 * left as it was is gone.
 */
export function mergeAnnotations(
  base: readonly Annotation[],
  mine: readonly Annotation[],
  theirs: readonly Annotation[],
): MergedAnnotations {
  const [old, own, other] = [base, mine, theirs].map((list) => new Map(list.map((each) => [each.id, each])));
  const merged: Annotation[] = [];
  let clashes = 0;
  for (const annotation of mine) {
    const [was, their] = [old?.get(annotation.id), other?.get(annotation.id)];
    if (their === undefined && was !== undefined && isSame(was, annotation)) continue;
    const untouched = was !== undefined && isSame(was, annotation);
    const clash = !untouched && was !== undefined && (their === undefined || !isSame(their, was));
    if (clash && (their === undefined || !isSame(their, annotation))) clashes++;
    merged.push(untouched && their !== undefined ? their : annotation);
  }
  for (const annotation of theirs) {
    if (own?.has(annotation.id) === true) continue;
    const was = old?.get(annotation.id);
    if (was !== undefined && isSame(was, annotation)) continue;
    merged.push(annotation);
  }
  return { annotations: merged, clashes };
}

/** Whether two annotations say the same; on which slide they were found again, and how a file wrote them, does not count. */
function isSame(a: Annotation, b: Annotation): boolean {
  return saying(a) === saying(b);
}

function saying(annotation: Annotation): string {
  if (annotation.kind === 'foreign') {
    const { target: _, ...source } = annotation.source;
    return JSON.stringify(source);
  }
  return JSON.stringify({ ...annotation, slide: '', source: undefined });
}
