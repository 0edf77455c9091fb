import { defaultLayer, defaultLayerId, type Layer } from '../layer.ts';
import { asJson, type Json, unknownIn } from '../unknown-fields.ts';
import { defined, withOther } from './comment-json.ts';
import { personFrom, personJson } from './person-json.ts';
import { fieldsOf, layerEntry } from './schema.ts';

const known = fieldsOf(layerEntry);

/** The layer that an entry says; `null` where it is none. What of it cannot be read is as it is for a new layer. */
export function layerFrom(source: unknown): Layer | null {
  const { success, data } = layerEntry.safeParse(source);
  if (!success) return null;
  const { id, name, origin, created, hidden, locked } = data;
  const creator = personFrom(data.creator);
  const person = withOther(creator.unknown, 'creator', creator.other);
  const unknown = withOther(unknownIn(source, known), 'creator', person ?? undefined);
  return {
    id,
    name,
    created,
    creator: creator.name,
    origin: id === defaultLayerId ? 'default' : origin === 'default' ? 'own' : origin,
    hidden,
    locked,
    ...(unknown !== null && { unknown }),
  };
}

export function layerJson(layer: Layer): Json {
  const { id, name, origin, created, creator, hidden, locked } = layer;
  const { creator: person, ...rest } = asJson(layer.unknown);
  const by = personJson(creator, person === undefined ? undefined : asJson(person));
  return {
    type: 'lectern:Layer',
    id,
    ...rest,
    name,
    origin,
    ...defined({ created: created === '' ? undefined : created, creator: by }),
    ...(hidden && { hidden }),
    ...(locked && { locked }),
  };
}

/** The layers that a file has to name: all but a default layer that is as in every deck. */
export function layersToWrite(layers: readonly Layer[]): readonly Layer[] {
  const [lowest] = layers;
  const plain =
    lowest !== undefined &&
    Object.entries(defaultLayer).every(([name, value]) => lowest[name as keyof Layer] === value) &&
    lowest.unknown === undefined;
  return plain ? layers.slice(1) : layers;
}
