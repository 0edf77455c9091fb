import { EditorView } from '@codemirror/view';
import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { useSession } from '../use-session.ts';

/** The whole deck's Markdown, as a view of the session's state. */
export function SourceEditor(): ReactElement {
  const session = useSession();
  const host = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (host.current === null) return;
    const view = new EditorView({
      state: session.state,
      parent: host.current,
      dispatchTransactions: (transactions) => session.apply(transactions),
    });
    const unfollow = session.follow((transactions) => view.update(transactions));
    view.dispatch({
      effects: EditorView.scrollIntoView(session.state.selection.main.head, { y: 'start', yMargin: 12 }),
    });
    return () => {
      unfollow();
      view.destroy();
    };
  }, [session]);

  return <div ref={host} className="ui-source" />;
}
