import { type ReactElement, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { HostClient } from '../../contract/client.ts';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { deckTitle } from '../../core/deck/summary.ts';
import { AnnotateModel } from '../annotate/annotate-model.ts';
import type { Layer } from '../../core/annotations/layer.ts';
import { startSlide } from '../present/present-deck.ts';
import { Presentation } from '../present/presentation.tsx';
import { TalkInkDialog } from '../present/talk-ink-dialog.tsx';
import { enterFullScreen } from '../present/use-full-screen.ts';
import { type DeckLook, deckLook } from '../slide/deck-look.ts';
import { CommentCommands } from '../comments/comment-commands.tsx';
import { CommentsProvider } from '../comments/use-comments.tsx';
import { StageView } from '../stage/stage-view.tsx';
import { Banner } from './banner.tsx';
import type { CommandBinding } from './commands/command-registry.ts';
import { useCommands } from './commands/use-commands.ts';
import { commitDrafts } from './commit-drafts.ts';
import { EditorCommands } from './editor/editor-commands.tsx';
import { EmptyHint } from './empty-hint.tsx';
import { ExportDialog } from './export/export-dialog.tsx';
import { FileCommands } from './files/file-commands.tsx';
import { Header, type WorkspaceView } from './header.tsx';
import { redoWords, undoWords } from './history/history-steps.ts';
import { Navigator } from './navigator/navigator.tsx';
import { focusRow } from './navigator/row-focus.ts';
import type { DeckTab } from './open-decks.ts';
import { ReviewImporter } from './review/review-importer.tsx';
import { SaveBanner } from './save-banner.tsx';
import { useSaveState } from './save-indicator.tsx';
import { focusPanel } from './panels/panel-focus.ts';
import { type PanelTab, SidePanel } from './panels/side-panel.tsx';
import { ChecksProvider } from './panels/use-checks.tsx';
import { useSettings } from './settings/use-settings.tsx';
import { SlideFilterProvider } from './slides-context.tsx';
import { Sorter } from './sorter/sorter.tsx';
import { StatusBar } from './status-bar.tsx';
import { ThemeDialog } from './theme/theme-dialog.tsx';
import { SessionContext, useDeck, useSession } from './use-session.ts';
import { historyDepth } from './deck-session.ts';

interface WorkspaceProps {
  readonly client: HostClient;
  readonly tab: DeckTab;
  /** A slide is on the stage. */
  readonly onShown: () => void;
  readonly onLibrary: () => void;
  readonly onClose: () => void;
  /** Opens another deck. */
  readonly onOpen: (deck: string) => void;
  /** The deck has another name by now, and with it another id. */
  readonly onRenamed: (deck: string) => void;
}

/** An open deck: everything to work on it with. */
export function Workspace(props: WorkspaceProps): ReactElement {
  return (
    <SessionContext value={props.tab.session}>
      <SlideFilterProvider>
        <OpenWorkspace {...props} />
      </SlideFilterProvider>
    </SessionContext>
  );
}

function OpenWorkspace({ client, tab, onShown, onLibrary, onClose, onOpen, onRenamed }: WorkspaceProps): ReactElement {
  const session = useSession();
  const { opened, autosave, comments } = tab;
  const save = useSaveState(autosave);
  const { problem: inkProblem, readOnly: inkReadOnly } = useSyncExternalStore(autosave.subscribe, autosave.inkAccess);
  const noInk = inkReadOnly ? 'The annotations cannot be written.' : null;
  const look = useLook(opened.assets);
  const title = useDeck(({ state }) => deckTitle(state)) || opened.name;
  const [view, setView] = useState<WorkspaceView>('edit');
  const [panel, setPanel] = useState<PanelTab>('source');
  const [exporting, setExporting] = useState(false);
  const [presenting, present, endPresenting] = usePresenting();
  const [drawn, setDrawn] = useState<Layer | null>(null);
  const { settings, write } = useSettings();
  const [model] = useState(() => new AnnotateModel(settings.drawing, (drawing) => write({ drawing })));
  const show = setView;
  /** Shows a tab of the side panel, out of the sorter too. */
  const showPanel = (next: PanelTab): void => {
    if (view === 'sort') show('edit');
    setPanel(next);
  };
  const panelCommand = (id: PanelTab): CommandBinding => ({
    run: () => {
      showPanel(id);
      focusPanel();
    },
    isOn: () => view !== 'sort' && panel === id,
  });
  useCommands(
    {
      'file.library': { run: onLibrary },
      'file.close': { run: onClose },
      'file.save': {
        run: () => {
          commitDrafts();
          void autosave.saveNow();
        },
      },
      'file.export': { run: () => setExporting(true) },
      'edit.undo': {
        run: session.undo,
        label: () => undoWords(session.state),
        isEnabled: () => historyDepth(session.state).undo,
      },
      'edit.redo': {
        run: session.redo,
        label: () => redoWords(session.state),
        isEnabled: () => historyDepth(session.state).redo,
      },
      'view.edit': {
        run: () => {
          show('edit');
          requestAnimationFrame(() => focusRow(session.snapshot().current));
        },
        isOn: () => view === 'edit',
      },
      'view.sort': { run: () => show('sort'), isOn: () => view === 'sort' },
      'view.annotate': {
        run: () => show('annotate'),
        isEnabled: () => noInk === null,
        isOn: () => view === 'annotate',
      },
      'view.source': panelCommand('source'),
      'view.notes': panelCommand('notes'),
      'view.properties': panelCommand('properties'),
      'view.comments': panelCommand('comments'),
      'view.checks': panelCommand('checks'),
      'view.history': panelCommand('history'),
      'slide.previous': { run: () => session.step(-1) },
      'slide.next': { run: () => session.step(1) },
      'present.start': { run: () => present('') },
      'present.here': { run: () => present(session.snapshot().current) },
    },
    presenting === null,
  );
  useEffect(() => {
    document.title = `${title} · Lectern`;
    return () => {
      document.title = 'Lectern';
    };
  }, [title]);

  return (
    <ChecksProvider client={client} deck={opened.deck} look={look} assets={opened.assets}>
      <CommentsProvider model={comments} refusal={noInk} onShow={showPanel}>
        <div className="ui-workspace" data-view={view} inert={presenting !== null}>
          <Header name={opened.name} path={opened.path} save={save} view={view} noInk={noInk} onView={show} />
          <div className="ui-banners">
            <SaveBanner autosave={autosave} state={save} opened={opened} />
            {inkProblem !== null && (
              <Banner title={sidecarName(opened.name)} text={`${inkProblem.message} ${inkProblem.wayOut}`} />
            )}
          </div>
          {view === 'sort' ? (
            <Sorter look={look} assets={opened.assets} />
          ) : (
            <>
              <Navigator look={look} assets={opened.assets} />
              <StageView
                look={look}
                assets={opened.assets}
                model={model}
                isAnnotating={view === 'annotate' && noInk === null}
                onStopAnnotating={() => show('edit')}
                onReady={onShown}
              />
              <EmptyHint />
              <SidePanel
                tab={panel}
                onTab={setPanel}
                client={client}
                deck={opened.deck}
                assets={opened.assets}
                look={look}
              />
            </>
          )}
          <EditorCommands client={client} deck={opened.deck} onShowSource={() => showPanel('source')} />
          <CommentCommands hasStage={view !== 'sort'} />
          <StatusBar />
        </div>
        <ThemeDialog look={look} assets={opened.assets} />
        <FileCommands client={client} opened={opened} autosave={autosave} onOpen={onOpen} onRenamed={onRenamed} />
        <ReviewImporter client={client} />
        <ExportDialog
          client={client}
          deck={opened.deck}
          assets={opened.assets}
          isOpen={exporting}
          onClose={() => setExporting(false)}
        />
        {presenting !== null && (
          <Presentation
            client={client}
            start={presenting}
            assets={opened.assets}
            canDraw={noInk === null}
            onEnd={(layer) => {
              endPresenting();
              setDrawn(layer);
            }}
          />
        )}
        {drawn !== null && <TalkInkDialog layer={drawn} onClose={() => setDrawn(null)} />}
      </CommentsProvider>
    </ChecksProvider>
  );
}

/** The slide that a talk began with, while there is one; what begins a talk at a slide, and what ends it. */
function usePresenting(): readonly [string | null, (from: string) => void, () => void] {
  const session = useSession();
  const [presenting, setPresenting] = useState<string | null>(null);
  const focused = useRef<Element | null>(null);
  const present = (from: string): void => {
    const start = startSlide(slideIndex(session.state), from);
    if (start === null) return;
    // Here, while the key press or the click that asked for it still counts.
    void enterFullScreen();
    focused.current = document.activeElement;
    setPresenting(start);
  };
  const end = (): void => {
    setPresenting(null);
    // The workspace takes the focus again only once it is drawn without `inert`.
    requestAnimationFrame(() => {
      const before = focused.current;
      const stays = before instanceof HTMLElement && before !== document.body && before.closest('.ui-rows') === null;
      if (stays && before.isConnected) before.focus({ preventScroll: true });
      else focusRow(session.snapshot().current);
    });
  };
  return [presenting, present, end];
}

/** The name of the file beside a deck that holds its annotations. */
function sidecarName(deck: string): string {
  return `${deck.replace(/\.[^.]*$/, '')}.annotations.json`;
}

/** The deck's look; a new object only when it changed. */
function useLook(assets: string): DeckLook {
  return useDeck(
    ({ state }) => deckLook(deckSettings(state).settings, assets),
    (a, b) => JSON.stringify(a) === JSON.stringify(b),
  );
}
