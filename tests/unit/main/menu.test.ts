import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { commandInfo, commandTable } from '../../../src/contract/commands.ts';
import { menuAccelerator } from '../../../src/main/menu-accelerator.ts';
import { dialog, Menu, resetElectron } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);
const { installMenu } = await import('../../../src/main/menu.ts');

const open = vi.fn<(path: string) => void>();
const run = vi.fn();

function menus(): readonly MenuItemConstructorOptions[] {
  installMenu({ open, run });
  return Menu.buildFromTemplate.mock.calls.at(-1)?.[0] as readonly MenuItemConstructorOptions[];
}

function itemsOf(menu: string): readonly MenuItemConstructorOptions[] {
  const found = menus().find(({ label }) => label === `&${menu}`);
  return found?.submenu as readonly MenuItemConstructorOptions[];
}

const click = (item: MenuItemConstructorOptions | undefined, window?: object): void =>
  // As Electron would; what it passes besides is not used.
  item?.click?.(undefined as never, window as never, undefined as never);

beforeEach(() => {
  resetElectron();
  run.mockReset();
  open.mockReset();
});

describe('the menu', () => {
  it('has every command of the table that stands in a menu, once, in its order', () => {
    const labels = menus()
      .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
      .map(({ id }) => id);
    expect(labels.filter((id) => id !== undefined)).toEqual(
      commandTable.filter(({ menu }) => menu !== null).map(({ id }) => id),
    );
    expect(menus().map(({ label, role }) => label ?? role)).toEqual([
      '&File',
      '&Edit',
      '&View',
      '&Slide',
      '&Annotate',
      '&Present',
      'windowMenu',
      '&Help',
    ]);
  });

  it('separates groups, and never begins nor ends with a line', () => {
    for (const { submenu } of menus()) {
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
    const all = menus().flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    const shown = all.filter(({ accelerator }) => accelerator !== undefined);
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
    await vi.waitFor(() => expect(open.mock.calls).toEqual([['/decks/a.md']]));
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
