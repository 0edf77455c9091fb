import type { BrowserWindow, MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commandInfo, commandTable } from '../../../src/contract/commands.ts';
import { menuAccelerator } from '../../../src/main/menu-accelerator.ts';
import type { RecentFiles, RecentStore } from '../../../src/host/recent-store.ts';
import type { ApplicationMenu } from '../../../src/main/menu.ts';
import { app, dialog, Menu, menuItems, resetElectron } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);
const { createMenu } = await import('../../../src/main/menu.ts');

const openPath = vi.fn<(path: string) => void>();
const newWindow = vi.fn();
const run = vi.fn();
const deck = { path: '/decks/r&d.md', title: 'R&D', opened: '2030-01-01T00:00:00Z' };

/** What was opened lately, as a test changes it. */
function recentStore(): RecentStore & { set(decks: RecentFiles['decks']): void } {
  let files: RecentFiles = { decks: [], folders: [] };
  const listeners = new Set<(files: RecentFiles) => void>();
  const set = (decks: RecentFiles['decks']): void => {
    files = { ...files, decks };
    listeners.forEach((listener) => listener(files));
  };
  const nothing = async (): Promise<void> => {};
  return {
    set,
    read: async () => files,
    deckOpened: nothing,
    deckTitled: nothing,
    deckMoved: nothing,
    folderUsed: nothing,
    clear: async () => set([]),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

let menu: ApplicationMenu;
let recent: ReturnType<typeof recentStore>;

const built = (): readonly MenuItemConstructorOptions[] =>
  Menu.buildFromTemplate.mock.calls.at(-1)?.[0] as readonly MenuItemConstructorOptions[];

function itemsOf(name: string, menus = built()): readonly MenuItemConstructorOptions[] {
  const found = menus.find(({ label }) => label === `&${name}`);
  return found?.submenu as readonly MenuItemConstructorOptions[];
}

const recentItems = (): readonly MenuItemConstructorOptions[] =>
  itemsOf('File').find(({ label }) => label === 'Open recent')?.submenu as readonly MenuItemConstructorOptions[];

const click = (item: MenuItemConstructorOptions | undefined, window?: object): void =>
  // As Electron would; what it passes besides is not used.
  item?.click?.(undefined as never, window as never, undefined as never);

beforeEach(async () => {
  resetElectron();
  for (const mock of [run, openPath, newWindow]) mock.mockReset();
  recent = recentStore();
  menu = createMenu({ run, openPath, newWindow, recent });
  await menu.install();
});

describe('the menu', () => {
  it('has every command of the table that stands in a menu, once, in its order', () => {
    const labels = built()
      .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
      .map(({ id }) => id);
    expect(labels.filter((id) => id !== undefined)).toEqual(
      // Spelling would be checked with dictionaries from the network.
      commandTable.filter((command) => command.menu !== null && command.id !== 'edit.spellcheck').map(({ id }) => id),
    );
    expect(built().map(({ label, role }) => label ?? role)).toEqual([
      '&File',
      '&Edit',
      '&View',
      '&Slide',
      '&Annotate',
      '&Present',
      '&Window',
      '&Help',
    ]);
  });

  it('separates groups, and never begins nor ends with a line', () => {
    for (const { submenu } of built()) {
      if (!Array.isArray(submenu)) continue;
      const lines = submenu.map(({ type }) => (type === 'separator' ? '-' : 'x')).join('');
      expect(lines).not.toMatch(/^-|--|-$/);
    }
    const slide = itemsOf('Slide');
    expect(slide[slide.findIndex(({ id }) => id === 'slide.cut') - 1]?.type).toBe('separator');
  });

  it('runs a command in the window that it was chosen in, and nowhere where there is none', () => {
    const window = {};
    const undo = itemsOf('Edit').find(({ id }) => id === 'edit.undo');
    click(undo, window);
    expect(run.mock.calls).toEqual([[window, 'edit.undo']]);
    click(undo);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('shows keys, and registers none: the page has them', () => {
    const all = built().flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const shown = all.filter(({ id, accelerator }) => id !== undefined && accelerator !== undefined);
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
  });

  it('keeps the system’s own cut, copy and paste, and its dialogs to open files', async () => {
    expect(itemsOf('Edit').flatMap(({ role }) => (role === undefined ? [] : [role]))).toEqual([
      'cut',
      'copy',
      'paste',
      'selectAll',
    ]);
    dialog.showOpenDialog.mockResolvedValueOnce({ canceled: false, filePaths: ['/decks/a.md'] });
    click(itemsOf('File').find(({ label }) => label === 'Open deck file…'));
    await vi.waitFor(() => expect(openPath.mock.calls).toEqual([['/decks/a.md']]));
  });
});

describe('what the menu shows', () => {
  const window = {} as BrowserWindow;
  const other = {} as BrowserWindow;
  const state = (id: string): MenuItemConstructorOptions | undefined =>
    built()
      .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
      .find((item) => item.id === id);

  it('is what applies in the window in front, under the name that it has there', () => {
    expect(state('slide.delete')).toMatchObject({ enabled: true });
    app.emit('browser-window-focus', {}, window);
    menu.showCommands(window, [
      { id: 'edit.undo', label: 'Undo typing', on: null },
      { id: 'edit.autosave', label: 'Save by itself', on: true },
    ]);
    expect(state('edit.undo')).toMatchObject({ enabled: true, label: 'Undo typing' });
    expect(state('edit.autosave')).toMatchObject({ type: 'checkbox', checked: true });
    expect(state('slide.delete')).toMatchObject({ enabled: false });
    menu.showCommands(other, [{ id: 'slide.delete', label: 'Delete', on: null }]);
    expect(state('slide.delete')).toMatchObject({ enabled: false });
    app.emit('browser-window-focus', {}, other);
    expect(state('slide.delete')).toMatchObject({ enabled: true });
    expect(state('edit.undo')).toMatchObject({ enabled: false });
    menu.showCommands(other, null);
    expect(state('edit.undo')).toMatchObject({ enabled: true, label: 'Undo' });
  });

  it('changes a mark in the menu that is there', () => {
    const autosave = (on: boolean): { id: string; label: string; on: boolean } => ({
      id: 'edit.autosave',
      label: 'Save',
      on,
    });
    app.emit('browser-window-focus', {}, window);
    menu.showCommands(window, [autosave(true)]);
    const builds = Menu.buildFromTemplate.mock.calls.length;
    menuItems.set('edit.autosave', { checked: true });
    menu.showCommands(window, [autosave(false)]);
    expect(menuItems.get('edit.autosave')).toEqual({ checked: false });
    expect(Menu.buildFromTemplate.mock.calls).toHaveLength(builds);
  });

  it('lists the decks opened lately, for itself and for the system, and forgets them when told to', async () => {
    expect(recentItems()).toEqual([{ label: 'No deck was opened yet', enabled: false }]);
    recent.set([deck]);
    expect(app.addRecentDocument.mock.calls).toEqual([[deck.path]]);
    const [first] = recentItems();
    expect(first).toMatchObject({ label: 'R&&D', toolTip: deck.path });
    click(first);
    expect(openPath.mock.calls).toEqual([[deck.path]]);
    click(recentItems().at(-1));
    await vi.waitFor(() => expect(recentItems()).toHaveLength(1));
    expect(app.clearRecentDocuments).toHaveBeenCalled();
  });
});

describe('the key in a menu', () => {
  const key = (id: Parameters<typeof commandInfo>[0], mac = false): string | null =>
    menuAccelerator(commandInfo(id), mac);

  it('is in Electron’s spelling', () => {
    expect(key('edit.redo')).toBe('CmdOrCtrl+Shift+Z');
    expect(key('slide.up')).toBe('Alt+Up');
    expect(key('present.here')).toBe('Shift+F5');
    expect(key('slide.previous')).toBe('PageUp');
  });

  it('is never a letter or sign by itself', () => {
    expect([key('slide.hide'), key('help.keys'), key('slide.filter'), key('file.rename')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(key('slide.duplicate')).toBe('CmdOrCtrl+D');
  });

  it('on a Mac, which registers all of them, is one that means the same everywhere', () => {
    expect([key('slide.delete', true), key('slide.copy', true), key('slide.next', true)]).toEqual([null, null, null]);
    expect([key('file.save', true), key('present.start', true), key('view.notes', true)]).toEqual([
      'CmdOrCtrl+S',
      'F5',
      'Alt+2',
    ]);
  });
});
