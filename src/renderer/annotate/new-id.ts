/** An IRI that names an annotation or a layer, and nothing else anywhere. */
export function newId(): string {
  return `urn:uuid:${crypto.randomUUID()}`;
}
