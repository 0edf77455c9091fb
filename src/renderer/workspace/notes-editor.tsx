import { type ReactElement, useId, useState } from 'react';
import { setNotes } from '../../core/deck/commands/set-notes.ts';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { slideParts } from '../../core/deck/notes.ts';
import { slideBody, slideIndex } from '../../core/deck/slide-index.ts';
import { slideTitle } from '../../core/deck/summary.ts';
import { lookUpSlide } from '../stage/slide-lookup.ts';
import { useDeck, useSession } from './use-session.ts';

/** The current slide's speaker notes. What is typed goes straight into the deck; there is no copy to be saved. */
export function NotesEditor(): ReactElement {
  const session = useSession();
  const heading = useId();
  const key = useDeck((deck) => deck.current);
  const notes = useDeck(({ state, current }) => {
    const slide = lookUpSlide(slideIndex(state), current)?.slide;
    return slide === undefined
      ? ''
      : (slideParts(slideBody(state, slide), deckSettings(state).settings.notesSeparator).notes ?? '');
  });
  const title = useDeck(({ state, current }) => {
    const found = lookUpSlide(slideIndex(state), current);
    return found === undefined ? '' : `${found.number} · ${slideTitle(state, found.slide) || 'untitled'}`;
  });
  // Blank space at the ends, as it stands while typing: the deck keeps notes without it.
  const [draft, setDraft] = useState({ key, text: notes });
  const text = draft.key === key && draft.text.trim() === notes ? draft.text : notes;
  return (
    <div className="ui-notes">
      <h2 id={heading} className="ui-notes-title">
        Notes for slide {title}
      </h2>
      <textarea
        className="ui-notes-text"
        aria-labelledby={heading}
        data-deck-text
        placeholder="What to say, and why. Markdown; only you see it."
        spellCheck
        value={text}
        onChange={(event) => {
          const { value } = event.target;
          setDraft({ key, text: value });
          session.run((state) => setNotes(state, key, value));
        }}
      />
    </div>
  );
}
