import { type ReactElement, useEffect, useLayoutEffect, useRef } from 'react';
import { useSettings } from '../settings/use-settings.tsx';
import { useSession } from '../use-session.ts';
import { LateView } from './late-view.ts';
import { hideLongLines } from './long-lines.ts';
import { placedSlideAt } from './slide-view.ts';
import { SourceBar } from './source-bar.tsx';
import { setSpellcheck } from './spellcheck.ts';

/** The deck's Markdown, whole or the current slide's, as a view of the session's state. */
export function SourceEditor(): ReactElement {
  const session = useSession();
  const { spellcheck } = useSettings().settings;
  const host = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const change = setSpellcheck(session.state, spellcheck);
    if (change !== null) session.dispatch(change);
  }, [session, spellcheck]);

  useLayoutEffect(() => {
    if (host.current === null) return;
    // A view that knows no measure yet draws a long line as a whole.
    const effects = hideLongLines(session.state, { from: 0, to: session.state.doc.length });
    if (effects.length > 0) session.dispatch({ effects });
    const view = new LateView(session, host.current);
    // A deck that has just been opened is shown from its first line.
    if (placedSlideAt(session.state, session.state.selection.main.head).number > 1) view.showPlace();
    return () => view.destroy();
  }, [session]);

  return (
    <div className="ui-source">
      <SourceBar />
      <div ref={host} className="ui-source-text" />
    </div>
  );
}
