import type { EditorState, Transaction } from '@codemirror/state';
import { annotations, layers } from '../annotation-field.ts';
import { defaultLayerId, type Layer } from '../layer.ts';
import { layerOf } from '../slide-annotations.ts';
import { annotationStep } from './annotation-step.ts';

/**
 * Puts a layer on top of the others.
 * @throws RangeError for an id that a layer has already
 */
export function addLayer(state: EditorState, layer: Layer): Transaction | null {
  if (layers(state).some(({ id }) => id === layer.id)) throw new RangeError(`There is a layer ${layer.id} already`);
  return annotationStep(state, { layers: [...layers(state), layer] }, 'layer.add');
}

/**
 * Renames, hides, shows, locks or unlocks a layer.
 * @returns `null` where it is so already, or no layer has the id
 */
export function changeLayer(
  state: EditorState,
  id: string,
  change: Partial<Pick<Layer, 'name' | 'hidden' | 'locked'>>,
): Transaction | null {
  const changed = layers(state).map((layer) => {
    const next = { ...layer, ...change };
    const same = next.name === layer.name && next.hidden === layer.hidden && next.locked === layer.locked;
    return layer.id !== id || same ? layer : next;
  });
  return annotationStep(state, { layers: changed }, 'layer.change');
}

/** Puts a layer on another place from the bottom, from 0. `null` where it is there, or no layer has the id. */
export function moveLayer(state: EditorState, id: string, place: number): Transaction | null {
  const layer = layers(state).find((each) => each.id === id);
  if (layer === undefined) return null;
  const others = layers(state).filter((each) => each !== layer);
  return annotationStep(state, { layers: others.toSpliced(Math.max(0, place), 0, layer) }, 'layer.move');
}

/** Takes a layer away with what lies on it. `null` for the default layer, a locked one, and an id that no layer has. */
export function removeLayer(state: EditorState, id: string): Transaction | null {
  const layer = layers(state).find((each) => each.id === id);
  if (layer === undefined || layer.locked || id === defaultLayerId) return null;
  return annotationStep(
    state,
    {
      annotations: annotations(state).filter((each) => layerOf(state, each) !== layer),
      layers: layers(state).filter((each) => each !== layer),
    },
    'layer.remove',
  );
}

/**
 * Puts what lies on one layer onto another, on top of what lies there, and takes the first away.
 * @returns `null` where one of them is locked or not there, they are the same, or the default layer would go
 */
export function mergeLayers(state: EditorState, from: string, into: string): Transaction | null {
  const [source, target] = [from, into].map((id) => layers(state).find((each) => each.id === id));
  if (source === undefined || target === undefined || source === target) return null;
  if (source.locked || target.locked || from === defaultLayerId) return null;
  const all = annotations(state);
  const lifted = new Set(all.filter((each) => layerOf(state, each) === source));
  return annotationStep(
    state,
    {
      annotations: [
        ...all.filter((each) => !lifted.has(each)),
        ...[...lifted].map((each) => (each.kind === 'foreign' ? each : { ...each, layer: into })),
      ],
      layers: layers(state).filter((each) => each !== source),
    },
    'layer.merge',
  );
}
