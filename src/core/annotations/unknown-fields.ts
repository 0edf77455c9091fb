/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** The parts of an annotation's JSON-LD that may have fields of their own. */
export type JsonPart = 'item' | 'creator' | 'target' | 'selector' | 'refinedBy' | 'body' | 'resolved';

/** Fields of an annotation's JSON-LD that this version does not know, kept for the program that wrote them. */
export type UnknownFields = Readonly<Partial<Record<JsonPart, Json>>>;

/** A value as a JSON object; an empty one where it is none. */
export function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The fields of an object that are not among the known ones; `null` where there are none. */
export function unknownIn(value: unknown, known: ReadonlySet<string>): Json | null {
  const found = Object.entries(asJson(value)).filter(([name]) => !known.has(name));
  return found.length === 0 ? null : Object.fromEntries(found);
}
