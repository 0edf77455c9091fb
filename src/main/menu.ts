import { app, type BaseWindow, dialog, Menu, type MenuItemConstructorOptions, type OpenDialogOptions } from 'electron';
import { type CommandId, type CommandInfo, commandTable, type MenuName, menuNames } from '../contract/commands.ts';
import { menuAccelerator } from './menu-accelerator.ts';

const mac = process.platform === 'darwin';
const separator: MenuItemConstructorOptions = { type: 'separator' };

export interface MenuOptions {
  /** Opens the deck or folder that the user chose in a window. */
  readonly open: (path: string) => void;
  /** Runs a command of the table in the window that the user is in. */
  readonly run: (window: BaseWindow, command: CommandId) => void;
}

/**
 * The native menu: the table's commands, with what only a desktop program has. A command runs in the page, which knows whether
 * it applies; so do undo and redo, whose native versions know nothing of the deck's own history.
 *
 * The keys beside the items are shown and not registered: the page has them already, from the same table, and knows where the
 * focus is. Registered here as well, one press would run a command twice.
 */
export function installMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu' } as const] : []),
      ...menuNames.flatMap((name): MenuItemConstructorOptions[] => [
        // A Mac searches the menus from its Help.
        {
          label: `&${name}`,
          ...(name === 'Help' ? { role: 'help' } : {}),
          submenu: [...commandItems(name, options), ...ownItems(name, options)],
        },
        // Where people look for it: before Help.
        ...(name === 'Present' ? [{ role: 'windowMenu' } as const] : []),
      ]),
    ]),
  );
}

function commandItems(menu: MenuName, { run }: MenuOptions): MenuItemConstructorOptions[] {
  const commands: readonly (CommandInfo & { readonly id: CommandId })[] = commandTable;
  return commands
    .filter((command) => command.menu === menu)
    .flatMap((command) => {
      const accelerator = menuAccelerator(command, mac);
      const item: MenuItemConstructorOptions = {
        id: command.id,
        label: command.label,
        ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
        click: (_item, window) => {
          if (window !== undefined) run(window, command.id);
        },
      };
      return command.group === true ? [separator, item] : [item];
    });
}

/** What the page cannot do by itself. */
function ownItems(menu: MenuName, { open }: MenuOptions): MenuItemConstructorOptions[] {
  switch (menu) {
    case 'File':
      return [
        separator,
        { label: 'Open deck file…', click: () => void choose(openDeck, open) },
        { label: 'Open folder in new window…', click: () => void choose(openFolder, open) },
        separator,
        { role: mac ? 'close' : 'quit' },
      ];
    case 'Edit':
      return [separator, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }];
    case 'View':
      return [
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ];
    default:
      return [];
  }
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
