import type { EditorState } from '@codemirror/state';
import { stepNames, type StepNames } from '../../../core/deck/step-names.ts';

/** A point in the history of an open deck: where it stood after so many steps. */
export interface HistoryPoint {
  /** Steps from the oldest point there is. */
  readonly steps: number;
  readonly name: string;
  readonly standing: 'done' | 'present' | 'undone';
}

/** All points that can be gone to, the newest first. */
export function historyPoints({ done, undone }: StepNames): readonly HistoryPoint[] {
  const names = ['Start', ...done, ...undone.toReversed()];
  return names
    .map((name, steps): HistoryPoint => {
      const standing = steps === done.length ? 'present' : steps < done.length ? 'done' : 'undone';
      return { steps, name, standing };
    })
    .toReversed();
}

/** What to call undo now, such as `Undo: moved 2 slides to 5`. */
export function undoWords(state: EditorState): string {
  return words('Undo', stepNames(state).done.at(-1));
}

/** What to call redo now. */
export function redoWords(state: EditorState): string {
  return words('Redo', stepNames(state).undone.at(-1));
}

function words(verb: string, name: string | undefined): string {
  return name === undefined ? verb : `${verb}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
