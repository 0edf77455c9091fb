import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, session, shell } from 'electron';
import { createExporter } from '../host/export/exporter.ts';
import { createHost } from '../host/host.ts';
import { createState } from '../host/state.ts';
import { stateFolder } from '../host/state-folder.ts';
import { appHost, deckPlace, isWorkspace } from './addresses.ts';
import { electronEngine } from './electron-engine.ts';
import { askForTarget } from './export-target.ts';
import { externalLinks } from './external-links.ts';
import { answerCalls } from './ipc.ts';
import { installMenu } from './menu.ts';
import { guardNavigation } from './navigation.ts';
import { answerOpening, type Start, startPaths } from './opening.ts';
import { answerRequests, registerScheme } from './protocol.ts';
import { closeSession } from './session.ts';
import { type Target, targetAt } from './targets.ts';
import { createWorkspaces } from './workspaces.ts';

const bundle = join(import.meta.dirname, '..', 'renderer');
const preload = join(import.meta.dirname, '..', 'preload', 'index.cjs');
const engine = electronEngine();
const { env, platform } = process;
const state = createState(stateFolder({ env, platform, home: homedir(), appData: app.getPath('userData') }));
const workspaces = createWorkspaces(preload, hostFor);

app.enableSandbox();
registerScheme();
if (app.requestSingleInstanceLock({ paths: startPaths() } satisfies Start)) start();
else app.quit();

function start(): void {
  const openLink = externalLinks();
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents, isWorkspace, (link) => {
      const place = deckPlace(link);
      if (place !== null) return void workspaces.openBeside(contents, place);
      const window = workspaces.windowOf(contents);
      if (window !== null) void openLink(window, link);
    });
  });
  const ready = app.whenReady().then(() => {
    closeSession(session.defaultSession, appHost);
    answerRequests(session.defaultSession, appHost, () => workspaces.hosts().map(({ site }) => site));
    answerCalls(workspaces.doorOf);
    installMenu({ open: (path) => void workspaces.open(targetAt(path)), run: workspaces.run });
  });
  answerOpening(ready, open, workspaces.focus);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', () => void engine.close());
}

/** Without a window there is nothing to stay for: the user has been told why none opened. */
async function open(target: Target): Promise<void> {
  await workspaces.open(target);
  if (workspaces.hosts().length === 0) app.quit();
}

function hostFor({ folder, deck }: Target, window: () => BrowserWindow | null): ReturnType<typeof createHost> {
  const version = app.getVersion();
  return createHost({
    folder,
    ...(deck === null ? {} : { open: deck }),
    version,
    shell: 'desktop',
    bundle,
    state,
    reveal: async (path) => shell.showItemInFolder(path),
    write: createExporter({ bundle, engine, version }),
    chooseTarget: askForTarget(window),
  });
}
