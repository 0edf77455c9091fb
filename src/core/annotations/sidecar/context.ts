import { asJson, type Json, unknownIn } from '../unknown-fields.ts';

const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** Our own terms. Points and lists are JSON literals, which JSON-LD takes as they are. */
const ourTerms: Json = {
  lectern: 'urn:lectern:',
  'lectern:layers': { '@type': '@json' },
  'lectern:slides': { '@type': '@json' },
  'lectern:lost': { '@type': '@json' },
  ...Object.fromEntries(
    ['color', 'width', 'tool', 'x', 'y', 'height', 'size', 'arrow', 'strokeWidth', 'fingerprint', 'copy'].map(
      (term) => [term, `lectern:${term}`],
    ),
  ),
  ...Object.fromEntries(['points', 'from', 'to'].map((term) => [term, { '@id': `lectern:${term}`, '@type': '@json' }])),
};

const ourNames = new Set(Object.keys(ourTerms));

/** The `@context` of a sidecar: the W3C's, ours, and what others added. */
export function contextWith(others: readonly unknown[]): readonly unknown[] {
  return [annotationContext, ourTerms, ...others];
}

/** What others added to a context. */
export function otherContext(context: unknown): readonly unknown[] {
  const entries: readonly unknown[] = Array.isArray(context) ? context : [context];
  return entries.flatMap((entry) => {
    if (entry === undefined || entry === annotationContext) return [];
    if (typeof entry !== 'object' || entry === null) return [entry];
    return unknownIn(asJson(entry), ourNames) ?? [];
  });
}
