import { type ReactElement, useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react';
import { renderMatter, slideMatter } from '../../stage/session-source.ts';
import { useDeck, useSession } from '../use-session.ts';

interface NotesPreviewProps {
  readonly assets: string;
  /** The deck's language. */
  readonly lang: string;
}

/** The current slide's notes as the presenter will read them. */
export function NotesPreview({ assets, lang }: NotesPreviewProps): ReactElement {
  const session = useSession();
  const matter = useDeck(
    ({ state, current }) => slideMatter(state, current),
    (a, b) => a.body === b.body && a.label === b.label,
  );
  // Typing goes before.
  const shown = useDeferredValue(matter);
  const notes = useMemo(
    () => renderMatter(session.state, shown, assets).section.querySelector(':scope > aside.notes'),
    [session, shown, assets],
  );
  const host = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => host.current?.replaceChildren(...(notes?.cloneNode(true).childNodes ?? [])), [notes]);
  return (
    <section className="ui-notes-preview" aria-label="Preview of the notes">
      {/* The rendering is sanitised; links are for reading, and lead nowhere from here. */}
      <div
        ref={host}
        className="ui-prose"
        lang={lang}
        onClickCapture={(event) =>
          event.target instanceof Element && event.target.closest('a') && event.preventDefault()
        }
      />
      {notes === null && <p className="ui-notes-none">No notes yet.</p>}
    </section>
  );
}
