import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, session, shell } from 'electron';
import { createExporter } from '../host/export/exporter.ts';
import { createHost } from '../host/host.ts';
import { createState } from '../host/state.ts';
import type { Target } from '../host/target.ts';
import type { WindowPort } from '../host/window-port.ts';
import { appHost, deckPlace, isWorkspace } from './addresses.ts';
import { watchQuitting } from './closing.ts';
import { electronEngine } from './electron-engine.ts';
import { askForTarget } from './export-target.ts';
import { externalLinks } from './external-links.ts';
import { answerCalls } from './ipc.ts';
import { libraryFolder } from './library-folder.ts';
import { createMenu } from './menu.ts';
import { guardNavigation } from './navigation.ts';
import { openFile } from './open-file.ts';
import { answerOpening, ownStart } from './opening.ts';
import { answerRequests, registerScheme } from './protocol.ts';
import { closeSession } from './session.ts';
import { desktopStateFolder } from './state-place.ts';
import { introduceProgram, offerNewWindow } from './system.ts';
import { checksSpelling } from './spelling.ts';
import { createWindowPlaces, keepOnScreen } from './window-places.ts';
import { createWorkspaces, paintWindows } from './workspaces.ts';

const bundle = join(import.meta.dirname, '..', 'renderer');
const preload = join(import.meta.dirname, '..', 'preload', 'index.cjs');

/**
 * Starts the desktop program, or hands what it was started with to the one that runs already.
 *
 * @param onShown Called when something is on the screen.
 */
export function startShell(onShown: () => void): void {
  app.enableSandbox();
  registerScheme();
  introduceProgram();
  // The other process gets this over a pipe, as JSON.
  if (app.requestSingleInstanceLock({ ...ownStart() })) run(onShown);
  else app.quit();
}

function run(onShown: () => void): void {
  const folder = desktopStateFolder();
  const state = createState(folder);
  const engine = electronEngine();
  const version = app.getVersion();

  const hostFor = (
    target: Target,
    port: WindowPort,
    window: () => BrowserWindow | null,
  ): ReturnType<typeof createHost> =>
    createHost({
      ...target,
      version,
      shell: 'desktop',
      bundle,
      state,
      spelling: checksSpelling,
      window: port,
      reveal: async (path) => shell.showItemInFolder(path),
      openFile,
      write: createExporter({ bundle, engine, version }),
      chooseTarget: askForTarget(window),
    });
  const places = createWindowPlaces(folder);
  const workspaces = createWorkspaces({
    preload,
    hostFor,
    places,
    savesByItself: async () => (await state.settings.read()).autosave,
    onCommands: (window, ready) => menu.showCommands(window, ready),
    onShown,
  });
  const library = async (again: boolean): Promise<void> =>
    workspaces.open({ folder: await libraryFolder(state.recent) }, again).then(endIfEmpty);
  const openPath = async (path: string, again = false): Promise<void> =>
    workspaces.openPath(path, again).then(endIfEmpty);
  const menu = createMenu({
    openPath: (path) => void openPath(path),
    newWindow: () => void library(true),
    run: workspaces.run,
    recent: state.recent,
  });
  /** Without a window there is nothing to stay for: the user has been told why none opened. */
  const endIfEmpty = (): void => {
    if (workspaces.windows().length === 0 && process.platform !== 'darwin') app.quit();
  };

  guardPages(workspaces);
  watchQuitting();
  const ready = app.whenReady().then(async () => {
    closeSession(session.defaultSession, appHost);
    answerRequests(session.defaultSession, appHost, () => workspaces.hosts().map(({ site }) => site));
    answerCalls(workspaces, (path) => void openPath(path));
    keepOnScreen(workspaces.windows);
    offerNewWindow(() => void library(true));
    const follow = ({ theme }: { readonly theme: 'system' | 'light' | 'dark' }): void => {
      nativeTheme.themeSource = theme;
    };
    nativeTheme.on('updated', () => paintWindows(workspaces.windows()));
    state.settings.subscribe(follow);
    follow(await state.settings.read());
    await menu.install();
  });
  answerOpening(ready, { path: openPath, library, focus: workspaces.focus });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', (event) => {
    void engine.close();
    const writing = places.writing();
    if (writing === null) return;
    // The last window is gone before its place is written.
    event.preventDefault();
    void writing.then(() => app.quit());
  });
}

/** Keeps every page where it is, whoever made it. A link to a deck of ours opens a window, another one asks the user. */
function guardPages(workspaces: ReturnType<typeof createWorkspaces>): void {
  const openLink = externalLinks();
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents, isWorkspace, (link) => {
      const place = deckPlace(link);
      if (place !== null) return void workspaces.openBeside(contents, place);
      const window = workspaces.windowOf(contents);
      if (window !== null) void openLink(window, link);
    });
  });
}
