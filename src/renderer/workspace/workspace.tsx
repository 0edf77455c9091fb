import { type ReactElement, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { HostClient } from '../../contract/client.ts';
import type { OpenDeck } from '../../contract/schemas.ts';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { deckTitle } from '../../core/deck/summary.ts';
import { firstPen, type Pen } from '../annotate/pens.ts';
import { startSlide } from '../present/present-deck.ts';
import { Presentation } from '../present/presentation.tsx';
import { enterFullScreen } from '../present/use-full-screen.ts';
import { type DeckLook, deckLook } from '../slide/deck-look.ts';
import { StageView } from '../stage/stage-view.tsx';
import { Announcer, AnnouncerContext } from './announcer.tsx';
import { ExportDialog } from './export/export-dialog.tsx';
import { Header } from './header.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { focusRow } from './navigator/row-focus.ts';
import { Navigator } from './navigator/navigator.tsx';
import { openSession } from './open-session.ts';
import { Banner, SaveBanner } from './save-banner.tsx';
import { useSaveState } from './save-indicator.tsx';
import { Autosave } from './saving/autosave.ts';
import { isAtRisk } from './saving/save-state.ts';
import { SidePanel } from './side-panel.tsx';
import { StatusBar } from './status-bar.tsx';
import { SessionContext, useDeck, useSession } from './use-session.ts';
import { useWorkspaceKeys } from './use-workspace-keys.ts';

/** Milliseconds from the last change to its save. */
const autosaveDelay = 1000;

interface WorkspaceProps {
  readonly client: HostClient;
  readonly opened: OpenDeck;
  readonly onLeave: () => void;
}

/** An open deck: everything to work on it with. */
export function Workspace({ client, opened, onLeave }: WorkspaceProps): ReactElement {
  const session = useMemo(() => openSession(opened), [opened]);
  const announcer = useMemo(() => new Announcer(), []);
  const autosave = useMemo(
    () => new Autosave({ session, client, opened, delay: autosaveDelay, tell: announcer.say }),
    [session, client, opened, announcer],
  );
  useEffect(() => autosave.start(), [autosave]);
  useRecheck(autosave);
  return (
    <SessionContext value={session}>
      <AnnouncerContext value={announcer}>
        <OpenWorkspace client={client} opened={opened} autosave={autosave} onLeave={onLeave} />
      </AnnouncerContext>
    </SessionContext>
  );
}

interface OpenWorkspaceProps extends WorkspaceProps {
  readonly autosave: Autosave;
}

function OpenWorkspace({ client, opened, autosave, onLeave }: OpenWorkspaceProps): ReactElement {
  const session = useSession();
  const save = useSaveState(autosave);
  const { problem: inkProblem, readOnly: inkReadOnly } = useSyncExternalStore(autosave.subscribe, autosave.inkAccess);
  const noInk = inkReadOnly ? 'The annotations cannot be written.' : null;
  const look = useLook();
  const title = useDeck(({ state }) => deckTitle(state)) || opened.name;
  const [pen, setPen] = useState<Pen | null>(null);
  const [lastPen, setLastPen] = useState(firstPen);
  const [dialog, setDialog] = useState<'export' | 'keys' | null>(null);
  const [presenting, setPresenting] = useState<string | null>(null);

  const beforePresenting = useRef<Element | null>(null);

  const changePen = (next: Pen | null) => {
    setPen(next);
    if (next !== null) setLastPen(next);
  };
  const present = (from: string) => {
    const start = startSlide(slideIndex(session.state), from);
    if (start === null) return;
    // Here, while the key press or the click that asked for it still counts.
    void enterFullScreen();
    beforePresenting.current = document.activeElement;
    setPresenting(start);
  };
  const endPresenting = () => {
    setPresenting(null);
    // The workspace takes the focus again only once it is drawn without `inert`.
    requestAnimationFrame(() => {
      const before = beforePresenting.current;
      const stays = before instanceof HTMLElement && before !== document.body && before.closest('.ui-rows') === null;
      if (stays && before.isConnected) before.focus({ preventScroll: true });
      else focusRow(session.snapshot().current);
    });
  };
  const leave = async () => {
    if (isAtRisk(autosave.state())) await autosave.saveNow();
    if (!isAtRisk(autosave.state())) return onLeave();
    // A question is in the way: once its banner is drawn, the focus goes to the first answer.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.ui-banners button')?.focus());
  };
  const actions = {
    undo: session.undo,
    redo: session.redo,
    save: () => void autosave.saveNow(),
    present: () => present(''),
    presentHere: () => present(session.snapshot().current),
    previousSlide: () => session.step(-1),
    nextSlide: () => session.step(1),
    annotate: () => noInk === null && changePen(pen === null ? lastPen : null),
    export: () => setDialog('export'),
    keys: () => setDialog('keys'),
  };
  useWorkspaceKeys(actions, presenting === null && dialog === null);
  useUnsavedGuard(autosave);
  useEffect(() => {
    document.title = `${title} · Lectern`;
    return () => {
      document.title = 'Lectern';
    };
  }, [title]);

  return (
    <>
      <div className="ui-workspace" inert={presenting !== null}>
        <Header
          name={opened.name}
          path={opened.path}
          save={save}
          drawing={noInk === null && pen !== null}
          noInk={noInk}
          onDraw={actions.annotate}
          onExport={actions.export}
          onPresent={actions.present}
          onLeave={() => void leave()}
        />
        <div className="ui-banners">
          <SaveBanner autosave={autosave} state={save} name={opened.name} />
          {inkProblem !== null && <Banner title="Annotations:" text={`${inkProblem.message} ${inkProblem.wayOut}`} />}
        </div>
        <Navigator look={look} assets={opened.assets} />
        <StageView look={look} assets={opened.assets} pen={noInk === null ? pen : null} onPen={changePen} />
        <SidePanel />
        <StatusBar onKeys={actions.keys} />
      </div>
      <ExportDialog client={client} deck={opened.deck} isOpen={dialog === 'export'} onClose={() => setDialog(null)} />
      <KeysDialog isOpen={dialog === 'keys'} onClose={() => setDialog(null)} />
      {presenting !== null && (
        <Presentation
          start={presenting}
          assets={opened.assets}
          pen={lastPen}
          canDraw={noInk === null}
          onEnd={endPresenting}
        />
      )}
    </>
  );
}

/** The deck's look; a new object only when it changed. */
function useLook(): DeckLook {
  return useDeck(
    ({ state }) => deckLook(deckSettings(state).settings),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
}

/** Looks at the files whenever somebody comes back to the window: what happened while the host was out of reach is not told. */
function useRecheck(autosave: Autosave): void {
  useEffect(() => {
    const onFocus = () => void autosave.recheck();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [autosave]);
}

/** Asks before the window closes on something that is not saved. */
function useUnsavedGuard(autosave: Autosave): void {
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent) => {
      if (isAtRisk(autosave.state())) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [autosave]);
}
