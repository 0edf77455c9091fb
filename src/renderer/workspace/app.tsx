import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { HostClient } from '../../contract/client.ts';
import { isCommandId } from '../../contract/commands.ts';
import type { AppDescription } from '../../contract/schemas/program.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { asFailure, type Failure } from '../../core/failure.ts';
import { DrawingClipboardProvider } from '../annotate/drawing-clipboard.tsx';
import { Library } from '../library/library.tsx';
import { Announcement, Announcer, AnnouncerContext } from './announcer.tsx';
import { commitDrafts } from './commit-drafts.ts';
import { CommandRegistry } from './commands/command-registry.ts';
import { NativeMenu } from './commands/native-menu.ts';
import { CommandsContext } from './commands/use-commands.ts';
import { DeckTabs } from './deck-tabs.tsx';
import { useDropDecks } from './drop-decks.ts';
import { useFirstSlide } from './use-first-slide.ts';
import { FailureMessage, Message } from './message.tsx';
import { type FirstSlide, showFirstSlide } from '../first-slide/first-slide.ts';
import { type DeckTab, OpenDecks } from './open-decks.ts';
import { type Place, placeFragment, startPlace, readPlace } from './place.ts';
import { ProgramDialogs } from './program-dialogs.tsx';
import { CloseDialog } from './saving/close-dialog.tsx';
import { isAtRisk } from './saving/save-state.ts';
import { SettingsCommands } from './settings/settings-commands.tsx';
import { useSettings } from './settings/use-settings.tsx';
import { SlideClipboardProvider } from './slides-context.tsx';
import { Workspace } from './workspace.tsx';

/** What the window shows: the library where no deck is in view. */
type View =
  | { readonly kind: 'library'; /** The deck that was in view before. */ readonly left: string | null }
  | { readonly kind: 'opening'; readonly deck: string }
  | { readonly kind: 'deck'; readonly tab: DeckTab }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly deck: string };

interface AppProps {
  readonly client: HostClient;
  readonly app: AppDescription;
  /** The slide that the window shows since before the program was read. */
  readonly first: FirstSlide | null;
}

/** Lectern's window: the library, and the decks that are open. */
export function App({ client, app, first }: AppProps): ReactElement {
  const announcer = useMemo(() => new Announcer(), []);
  const registry = useMemo(() => new CommandRegistry(), []);
  const decks = useMemo(() => new OpenDecks(client, announcer.say), [client, announcer]);
  const tabs = useSyncExternalStore(decks.subscribe, decks.tabs);
  const [start] = useState(() => startPlace(location.hash, app.open));
  const [view, setView] = useState<View>(
    start.kind === 'library' ? { kind: 'library', left: null } : { kind: 'opening', deck: start.deck },
  );

  const [closing, setClosing] = useState<DeckTab | null>(null);
  const { settings } = useSettings();
  useEffect(() => decks.setAuto(settings.autosave), [decks, settings.autosave]);

  const windowView = useRef<HTMLDivElement>(null);
  const { cover, uncover } = useFirstSlide(first);
  const load = useCallback(
    (deck: string, slide: number | null): void => {
      decks.open(deck).then(
        (tab) => {
          const key = slide === null ? undefined : slideIndex(tab.session.state).slides[slide - 1]?.key;
          if (key !== undefined) tab.session.goTo(key);
          setView({ kind: 'deck', tab });
        },
        (error: unknown) => setView({ kind: 'failed', failure: asFailure(error), deck }),
      );
    },
    [decks],
  );
  /** Shows a deck, on a slide by its number where one is named. */
  const open = useCallback(
    (deck: string, slide: number | null = null): void => {
      // Only a deck that is read from its file takes a moment.
      if (decks.find(deck) !== undefined) return load(deck, slide);
      setView({ kind: 'opening', deck });
      const top = windowView.current?.getBoundingClientRect().top ?? 0;
      void cover(showFirstSlide({ glance: client.call('deck.glance', { deck }), number: slide ?? 1, top })).then(() =>
        load(deck, slide),
      );
    },
    [client, decks, load, cover],
  );
  const showLibrary = useCallback((left: string | null) => setView({ kind: 'library', left }), []);
  const close = async (tab: DeckTab): Promise<void> => {
    commitDrafts();
    tab.session.flush();
    const { autosave } = tab;
    if (autosave.isAuto && isAtRisk(autosave.state())) await autosave.saveNow();
    else await autosave.settled();
    if (isAtRisk(autosave.state())) setClosing(tab);
    else leave(tab);
  };
  const leave = (tab: DeckTab): void => {
    setClosing(null);
    if (view.kind === 'deck' && view.tab === tab) showLibrary(tab.opened.deck);
    decks.close(tab);
  };
  const stay = (tab: DeckTab): void => {
    setClosing(null);
    // Where a question is in the way of saving, its answers are in a banner.
    if (tab.autosave.state().kind === 'changed-on-disk') setView({ kind: 'deck', tab });
  };
  const renamed = async (tab: DeckTab, deck: string): Promise<void> => {
    const next = await decks.renamed(tab, deck);
    setView({ kind: 'deck', tab: next });
  };

  const goTo = useCallback(
    (place: Place) => (place.kind === 'library' ? showLibrary(null) : open(place.deck, place.slide)),
    [open, showLibrary],
  );
  useEffect(() => {
    if (start.kind === 'deck') load(start.deck, start.slide);
  }, [start, load]);
  useAddress(view, goTo);
  useDropDecks(client, (deck) => open(deck), announcer.say);
  useEffect(
    () => client.on('command.run', ({ command }) => void (isCommandId(command) && registry.run(command))),
    [client, registry],
  );
  useEffect(
    () =>
      client.on('window.closing', ({ unsaved }) => {
        commitDrafts();
        // If the window is gone before it hears of it, nobody waits.
        void decks.settle(unsaved).then((atRisk) => client.call('window.settled', { atRisk }).catch(() => undefined));
      }),
    [client, decks],
  );
  useEffect(() => {
    const onFocus = (): void => decks.recheck();
    const onUnload = (event: BeforeUnloadEvent): void => {
      if (decks.isAtRisk()) event.preventDefault();
    };
    window.addEventListener('focus', onFocus);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      window.removeEventListener('focus', onFocus);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [decks]);

  const tab = view.kind === 'deck' ? view.tab : null;
  useEffect(() => {
    if (view.kind === 'library' || view.kind === 'failed') uncover();
  }, [view.kind, uncover]);
  return (
    <AnnouncerContext value={announcer}>
      <CommandsContext value={registry}>
        <SlideClipboardProvider>
          <DrawingClipboardProvider>
            <div className="ui-window">
              {tabs.length > (view.kind === 'library' ? 0 : 1) && (
                <DeckTabs
                  tabs={tabs}
                  current={tab}
                  onLibrary={() => showLibrary(tab?.opened.deck ?? null)}
                  onDeck={(other) => setView({ kind: 'deck', tab: other })}
                  onClose={(other) => void close(other)}
                />
              )}
              <div ref={windowView} className="ui-window-view">
                {view.kind === 'opening' && <Message busy title="Opening the deck…" />}
                {view.kind === 'library' && <Library client={client} left={view.left} onOpen={open} />}
                {view.kind === 'failed' && (
                  <FailureMessage failure={view.failure} action="All decks" onAction={() => showLibrary(view.deck)} />
                )}
                {tab !== null && (
                  <Workspace
                    key={tab.opened.deck}
                    client={client}
                    tab={tab}
                    onShown={uncover}
                    onLibrary={() => showLibrary(tab.opened.deck)}
                    onClose={() => void close(tab)}
                    onOpen={(deck) => open(deck)}
                    onRenamed={(deck) => void renamed(tab, deck)}
                  />
                )}
              </div>
            </div>
            {/* A deck says it in its status bar. */}
            {tab === null && <Announcement className="ui-toast" />}
            <ProgramDialogs tab={tab} onLibrary={() => showLibrary(tab?.opened.deck ?? null)} />
            {closing !== null && (
              <CloseDialog tab={closing} onLeave={() => leave(closing)} onCancel={() => stay(closing)} />
            )}
            <SettingsCommands spelling={app.spelling} />
            {app.shell === 'desktop' && <NativeMenu client={client} />}
          </DrawingClipboardProvider>
        </SlideClipboardProvider>
      </CommandsContext>
    </AnnouncerContext>
  );
}

/** Keeps the page's address in step with the view: a new entry for another deck or the library, the same for another slide. */
function useAddress(view: View, goTo: (place: Place) => void): void {
  useEffect(() => {
    const onPop = (): void => goTo(readPlace(location.hash) ?? { kind: 'library' });
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, [goTo]);
  useEffect(() => {
    if (view.kind === 'opening' || view.kind === 'failed') return undefined;
    if (view.kind === 'library') {
      const fragment = placeFragment({ kind: 'library' });
      if (location.hash === '') history.replaceState(null, '', fragment);
      else if (location.hash !== fragment) history.pushState(null, '', fragment);
      return undefined;
    }
    const { opened, session } = view.tab;
    const write = (): void => {
      const { state, current } = session.snapshot();
      const slide = slideIndex(state).slides.findIndex(({ key }) => key === current) + 1;
      const fragment = placeFragment({ kind: 'deck', deck: opened.deck, slide });
      if (location.hash === fragment) return;
      const before = readPlace(location.hash);
      const same = before?.kind === 'deck' && before.deck === opened.deck;
      history[same || location.hash === '' ? 'replaceState' : 'pushState'](null, '', fragment);
    };
    write();
    // The browser allows a page so many entries a minute; the last one of a row of steps is what counts.
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen = session.snapshot().current;
    const unsubscribe = session.subscribe(() => {
      const { current } = session.snapshot();
      if (current === seen) return;
      seen = current;
      clearTimeout(timer);
      timer = setTimeout(write, 300);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [view]);
}
