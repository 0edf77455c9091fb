import { type ReactElement, useSyncExternalStore } from 'react';
import type { Autosave } from './saving/autosave.ts';
import { clockTime, type SaveState } from './saving/save-state.ts';

/** One short line for a save state. */
export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return state.at === null ? 'Saved' : `Saved ${clockTime(state.at)}`;
    case 'unsaved':
      return state.manual ? 'Unsaved · Ctrl+S saves' : 'Unsaved';
    case 'saving':
      return 'Saving…';
    case 'changed-on-disk':
      return state.gone ? 'Gone from disk' : 'Changed on disk';
    case 'read-only':
      return state.pending ? 'Read-only, not saved' : 'Read-only';
    case 'failed':
      return 'Not saved';
  }
}

export function useSaveState(autosave: Autosave): SaveState {
  return useSyncExternalStore(autosave.subscribe, autosave.state);
}

/** How the deck stands to its file, always in view. */
export function SaveIndicator({ state }: { readonly state: SaveState }): ReactElement {
  return (
    <span className="ui-saved" data-kind={state.kind}>
      {saveWords(state)}
    </span>
  );
}
