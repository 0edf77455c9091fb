import { app, type BrowserWindow, dialog, Menu, type OpenDialogOptions } from 'electron';
import type { ReadyCommandState } from '../contract/schemas/program.ts';
import { mostRecent, type RecentFiles, type RecentStore } from '../host/recent-store.ts';
import { type MenuActions, menuTemplate, nativeCommands } from './menu-template.ts';

export interface MenuOptions extends Pick<MenuActions, 'run' | 'newWindow'> {
  /** Opens a deck or folder that the user chose. */
  readonly openPath: (path: string) => void;
  readonly recent: RecentStore;
}

/** The native menu, which shows what the window that the user is in can do. */
export interface ApplicationMenu {
  /** Puts the menu up. To be called when the app is ready. */
  install(): Promise<void>;
  /** The commands that apply in a window; `null` when it is gone. */
  showCommands(window: BrowserWindow, ready: readonly ReadyCommandState[] | null): void;
}

export function createMenu({ run, newWindow, openPath, recent }: MenuOptions): ApplicationMenu {
  const known = new Map<BrowserWindow, readonly ReadyCommandState[]>();
  let current: BrowserWindow | null = null;
  let decks: RecentFiles['decks'] = [];
  let built = '';

  const actions: MenuActions = {
    run,
    newWindow,
    chooseDeck: () => void choose(openDeck, openPath),
    chooseFolder: () => void choose(openFolder, openPath),
    openRecent: openPath,
    clearRecent: () => {
      app.clearRecentDocuments();
      void recent.clear();
    },
  };

  /** Items come and go only with a new menu; whether one applies, and is on, is changed in the one that is there. */
  const update = (): void => {
    const ready = current === null ? null : (known.get(current) ?? null);
    const shape = JSON.stringify([decks, ready === null, ready?.map(({ id, label, on }) => [id, label, on === null])]);
    if (shape !== built) {
      built = shape;
      Menu.setApplicationMenu(Menu.buildFromTemplate([...menuTemplate(actions, { ready, recent: decks })]));
      return;
    }
    const menu = Menu.getApplicationMenu();
    for (const { id, on } of ready ?? []) {
      const item = menu?.getMenuItemById(id);
      if (item !== null && item !== undefined && on !== null) item.checked = on;
    }
  };

  return {
    async install() {
      decks = shown(await recent.read());
      recent.subscribe((files) => {
        const [latest] = files.decks;
        if (latest !== undefined && latest.path !== decks[0]?.path) app.addRecentDocument(latest.path);
        decks = shown(files);
        update();
      });
      app.on('browser-window-focus', (_event, window) => {
        current = window;
        update();
      });
      update();
    },
    showCommands(window, ready) {
      if (ready === null) known.delete(window);
      else
        known.set(
          window,
          ready.filter(({ id }) => nativeCommands().some((command) => command.id === id)),
        );
      if (current === window && ready === null) current = null;
      update();
    },
  };
}

function shown({ decks }: RecentFiles): RecentFiles['decks'] {
  return decks.slice(0, mostRecent.decks);
}

const openDeck: OpenDialogOptions = {
  title: 'Open a deck',
  filters: [{ name: 'Markdown deck', extensions: ['md', 'markdown'] }],
  properties: ['openFile'],
};

const openFolder: OpenDialogOptions = { title: 'Open a folder of decks', properties: ['openDirectory'] };

async function choose(options: OpenDialogOptions, open: (path: string) => void): Promise<void> {
  const { filePaths } = await dialog.showOpenDialog(options);
  const [path] = filePaths;
  if (path !== undefined) open(path);
}
