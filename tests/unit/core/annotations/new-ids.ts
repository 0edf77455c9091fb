import type { NewId } from '../../../../src/core/annotations/copied-annotations.ts';

let made = 0;

/** Names that no other call in this file of tests gives. */
export function newIds(): NewId {
  return () => `urn:uuid:new-${++made}`;
}
