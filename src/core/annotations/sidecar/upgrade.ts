import { asJson, type Json } from '../unknown-fields.ts';
import type { Collection } from './schema.ts';

/**
 * A collection of format 1 as one of format 2: there each piece of ink carried the text of its slide, and the outline of
 * its stroke. Slides that it names are listed as lost: which slides the deck had besides is not known.
 */
export function upgraded(old: Collection): Collection {
  const slides = new Map<string, { readonly entry: Json; copy: number }>();
  const traces = old.items.flatMap((item) => {
    const trace = traceIn(item);
    return trace === null ? [] : [trace];
  });
  const copies = new Map<string, number>();
  // Slides of the same text are told apart by the numbers that they had.
  for (const trace of traces.toSorted((a, b) => Number(a.number ?? 0) - Number(b.number ?? 0))) {
    const name = JSON.stringify(trace);
    if (slides.has(name)) continue;
    const copy = (copies.get(String(trace.fingerprint)) ?? 0) + 1;
    copies.set(String(trace.fingerprint), copy);
    const { number } = trace;
    const isNumber = typeof number === 'number' && number > 0;
    slides.set(name, { entry: { ...trace, number: isNumber ? number : undefined }, copy });
  }
  return {
    ...old,
    'lectern:version': 2,
    'lectern:lost': Array.from(slides.values(), ({ entry }) => entry),
    items: old.items.map((item) => {
      const trace = traceIn(item);
      return upgradedItem(item, trace === null ? undefined : slides.get(JSON.stringify(trace))?.copy);
    }),
  };
}

function selectorIn(item: Json): Json {
  return asJson(asJson(item['target'])['selector']);
}

function traceIn(item: Json): { id: unknown; fingerprint: unknown; exact: unknown; number: unknown } | null {
  const { type, id, fingerprint, exact, number } = selectorIn(item);
  return type === 'lectern:SlideSelector' && typeof fingerprint === 'string' && fingerprint !== ''
    ? { id, fingerprint, exact, number }
    : null;
}

function upgradedItem(item: Json, copy: number | undefined): Record<string, unknown> {
  const { exact: _, number: __, ...selector } = selectorIn(item);
  const target = asJson(item['target']);
  const aimed = Object.hasOwn(target, 'selector')
    ? { ...item, target: { ...target, selector: { ...selector, ...(copy !== undefined && copy > 1 && { copy }) } } }
    : { ...item };
  const { svg: ___, ...body } = asJson(item['body']);
  if (item['motivation'] !== 'lectern:ink' || body['type'] !== 'lectern:Ink') return aimed;
  return { ...aimed, motivation: 'lectern:drawing', body: { tool: 'pen', ...body } };
}
