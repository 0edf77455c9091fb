import { type ReactElement, useEffect } from 'react';
import type { HostClient } from '../../../contract/client.ts';
import { useSay } from '../announcer.tsx';
import { useCommands } from '../commands/use-commands.ts';
import { useSession } from '../use-session.ts';
import { createDeckHost, setDeckHost } from './deck-host.ts';
import { hasFoldedSlides } from './slide-folds.ts';
import { isSlideOnly } from './slide-only.ts';
import { useEditorActions } from './use-editor-actions.tsx';

interface EditorCommandsProps {
  readonly client: HostClient;
  readonly deck: string;
  /** Brings the source into view, for a command that goes on in it. */
  readonly onShowSource: () => void;
}

/** Gives the open deck what its editor needs of the host, and binds the commands that work on the source. */
export function EditorCommands({ client, deck, onShowSource }: EditorCommandsProps): ReactElement {
  const session = useSession();
  const say = useSay();
  useEffect(() => {
    const host = createDeckHost(session, client, deck, say);
    session.dispatch({ effects: setDeckHost.of(host) });
    // Files come and go while another program has the window.
    window.addEventListener('focus', host.forget);
    return () => {
      window.removeEventListener('focus', host.forget);
      session.dispatch({ effects: setDeckHost.of(null) });
    };
  }, [session, client, deck, say]);

  const { actions, input } = useEditorActions(session);
  const shown = (action: () => void) => () => {
    onShowSource();
    action();
  };
  useCommands({
    'edit.find': { run: shown(actions.find) },
    'edit.table': { run: shown(actions.table), isEnabled: () => !session.state.readOnly },
    'edit.image': { run: actions.image, isEnabled: () => !session.state.readOnly },
    'view.slideOnly': {
      run: shown(() => actions.showSlideOnly(!isSlideOnly(session.state))),
      isOn: () => isSlideOnly(session.state),
    },
    'view.foldAll': { run: shown(actions.foldAll) },
    'view.unfoldAll': { run: shown(actions.unfoldAll), isEnabled: () => hasFoldedSlides(session.state) },
  });
  return input;
}
