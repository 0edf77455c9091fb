import type { SlideTrace } from '../likeness.ts';
import { asJson, type Json } from '../unknown-fields.ts';
import { slideEntry, slideSelector } from './schema.ts';

/** What names a slide in an annotation's selector. */
export interface SlideName {
  readonly id: string | null;
  readonly fingerprint: string;
  /** Which of the slides of that text it is, from 1. */
  readonly copy: number;
}

/** Names for slides in their order; slides of one text are told apart by counting them. */
export function slideNames(traces: readonly SlideTrace[]): readonly SlideName[] {
  const counts = new Map<string, number>();
  return traces.map(({ id, fingerprint }) => {
    const copy = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, copy);
    return { id, fingerprint, copy };
  });
}

/** The JSON between the braces that names a slide. */
export function nameText({ id, fingerprint, copy }: SlideName): string {
  const named = { ...(id !== null && { id }), fingerprint, ...(copy > 1 && { copy }) };
  return JSON.stringify(named).slice(1, -1);
}

/** What is written of a slide; `null` in place of its text where nothing is on it. */
export function entryJson({ id, fingerprint, text, number }: SlideTrace, annotated: boolean, lost: boolean): Json {
  return {
    ...(id !== null && { id }),
    fingerprint,
    ...(annotated && { exact: text }),
    ...(lost && number !== undefined && { number }),
  };
}

export const unknownSlide: SlideTrace = { id: null, fingerprint: '', text: '' };

/** The slide that an entry of a file says; one that cannot be read holds the place of a slide that is like no other. */
export function entryFrom(source: unknown, number: number | undefined): SlideTrace {
  const { success, data } = slideEntry.safeParse(source);
  if (!success) return unknownSlide;
  const known = data.number ?? number;
  return {
    id: data.id ?? null,
    fingerprint: data.fingerprint,
    text: data.exact,
    ...(known !== undefined && { number: known }),
  };
}

/** The slide that an item of a file names; `null` where it names none. */
export function nameIn(item: Json): SlideName | null {
  const { success, data } = slideSelector.safeParse(asJson(item['target'])['selector']);
  if (!success) return null;
  return { id: data.id ?? null, fingerprint: data.fingerprint, copy: data.copy ?? 1 };
}
