import { type ReactElement, useRef } from 'react';
import type { DeckSession } from '../deck-session.ts';
import { deckHost } from './deck-host.ts';
import { askEditor } from './editor-request.ts';
import { insertPictures, picturesIn, pictureTypes } from './pictures.ts';
import { foldAllSlides, unfoldAllSlides } from './slide-folds.ts';
import { showSlideOnly } from './slide-only.ts';
import { insertTable } from './tables.ts';

/** What can be done with the source from outside of it. The focus goes to the editor where that goes on in it. */
export interface EditorActions {
  readonly find: () => void;
  readonly table: () => void;
  readonly image: () => void;
  readonly showSlideOnly: (on: boolean) => void;
  readonly foldAll: () => void;
  readonly unfoldAll: () => void;
}

/** The actions on a session's source, with the input that asks for a picture, which belongs somewhere on the page. */
export function useEditorActions(session: DeckSession): {
  readonly actions: EditorActions;
  readonly input: ReactElement;
} {
  const chooser = useRef<HTMLInputElement>(null);
  const actions: EditorActions = {
    find: () => session.dispatch({ effects: askEditor.of('find') }),
    table: () => {
      if (!session.run(insertTable)) deckHost(session.state)?.say('A table cannot stand here');
      session.dispatch({ effects: askEditor.of('focus') });
    },
    image: () => chooser.current?.click(),
    showSlideOnly: (on) => session.dispatch({ effects: showSlideOnly.of(on), scrollIntoView: true }),
    foldAll: () => session.dispatch({ ...foldAllSlides(session.state), scrollIntoView: true }),
    unfoldAll: () => session.dispatch({ ...unfoldAllSlides(session.state), scrollIntoView: true }),
  };
  const input = (
    <input
      ref={chooser}
      type="file"
      accept={pictureTypes}
      multiple
      hidden
      aria-label="Pictures to insert"
      onChange={(event) => {
        const host = deckHost(session.state);
        const files = picturesIn(event.target.files);
        // The same picture can be chosen again.
        event.target.value = '';
        if (host !== null && files.length > 0) void insertPictures(host, files, session.state.selection.main.to);
      }}
    />
  );
  return { actions, input };
}
