import { asJson, type Json, unknownIn } from '../unknown-fields.ts';
import { fieldsOf, person } from './schema.ts';

const personFields = fieldsOf(person);

/** A creator as it is in a file. One that cannot be read as a name is kept whole. */
export interface ReadPerson {
  readonly name: string;
  readonly unknown: Json | null;
  /** What stands there, where it is no person with a name. */
  readonly other: unknown;
}

export function personFrom(value: unknown): ReadPerson {
  const parsed = person.safeParse(value);
  if (!parsed.success) return { name: '', unknown: null, other: value };
  return { name: parsed.data.name, unknown: unknownIn(value, personFields), other: undefined };
}

/** `undefined` where nobody is named, so that nothing is written. */
export function personJson(name: string, unknown?: Json): Json | undefined {
  return name === '' && unknown === undefined ? undefined : { type: 'Person', name, ...asJson(unknown) };
}
