import type { EditorState } from '@codemirror/state';
import { annotations } from '../../core/annotations/annotation-field.ts';
import type { Layer } from '../../core/annotations/layer.ts';
import { newId } from '../annotate/new-id.ts';

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The layer for what is drawn in a talk that begins now, named by its date and time: `2 March 2026, 14:00`. */
export function talkLayer(begins: Date, creator: string): Layer {
  return {
    id: newId(),
    name: `${date.format(begins)}, ${time.format(begins)}`,
    created: begins.toISOString(),
    creator,
    origin: 'talk',
    hidden: false,
    locked: false,
  };
}

/** How much lies on a layer. */
export function drawnOn(state: EditorState, { id }: Layer): number {
  return annotations(state).filter((each) => each.kind !== 'foreign' && each.layer === id).length;
}
