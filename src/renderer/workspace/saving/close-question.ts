import type { SaveState } from './save-state.ts';

interface CloseQuestion {
  /** What would be lost, and how to keep it. */
  readonly text: string;
  /** Whether saving can be tried. */
  readonly canSave: boolean;
}

/** What to ask before a deck is closed whose state is at risk. */
export function closeQuestion(state: SaveState, name: string): CloseQuestion {
  switch (state.kind) {
    case 'unsaved':
    case 'saving':
      return { text: `${name} has changes that are not saved.`, canSave: true };
    case 'failed': {
      const { message, wayOut } = state.failure;
      return { text: `The changes in ${name} were not saved. ${message} ${wayOut}`, canSave: true };
    }
    case 'read-only': {
      const keep = 'To keep the changes, cancel and save the deck under another name.';
      return { text: `${name} cannot be written: ${state.reason} ${keep}`, canSave: true };
    }
    case 'changed-on-disk': {
      const file = state.part === 'deck' ? name : `The annotations of ${name}`;
      const text = state.gone
        ? `${file} is gone from disk, and what is here is not saved. To keep it, cancel and save it again.`
        : `${file} changed on disk while there were changes here. To keep yours, cancel and choose what to do with both.`;
      return { text, canSave: false };
    }
    case 'saved': {
      const why = `the file beside ${name} that holds them must be left as it is`;
      const lost = 'They would be lost; the deck itself is saved.';
      return { text: `What was drawn here cannot be saved with the annotations: ${why}. ${lost}`, canSave: false };
    }
  }
}
