import { app, type BaseWindow, type MenuItemConstructorOptions } from 'electron';
import { type CommandId, type CommandInfo, commandTable, type MenuName, menuNames } from '../contract/commands.ts';
import type { ReadyCommandState } from '../contract/schemas/program.ts';
import { menuAccelerator } from './menu-accelerator.ts';
import { checksSpelling } from './spelling.ts';

const mac = process.platform === 'darwin';
const separator: MenuItemConstructorOptions = { type: 'separator' };

/** Electron's own has Ctrl+M for minimising, which is a new slide here, and the Mac's word for maximising. */
const windowMenu: MenuItemConstructorOptions = mac
  ? { role: 'windowMenu' }
  : {
      label: '&Window',
      submenu: [{ label: 'Minimize', click: (_item, window) => window?.minimize() }, { role: 'close' }],
    };

/** What the menu's items do. */
export interface MenuActions {
  /** Runs a command of the table in the window that the user is in. */
  readonly run: (window: BaseWindow, command: CommandId) => void;
  readonly newWindow: () => void;
  /** Asks for a deck file, and for a folder, and opens what was chosen. */
  readonly chooseDeck: () => void;
  readonly chooseFolder: () => void;
  readonly openRecent: (path: string) => void;
  readonly clearRecent: () => void;
}

/** What the menu shows that changes. */
export interface MenuState {
  /** The commands that apply in the window that the user is in; `null` where it has not said yet, or is none. */
  readonly ready: readonly ReadyCommandState[] | null;
  readonly recent: readonly { readonly path: string; readonly title: string }[];
}

/**
 * The native menu: the table's commands, with what only a desktop program has. A command runs in the page, which knows whether
 * it applies; so do undo and redo, whose native versions know nothing of the deck's own history.
 *
 * The keys beside the items are shown and not registered: the page has them already, from the same table, and knows where the
 * focus is. Registered here as well, one press would run a command twice.
 */
export function menuTemplate(actions: MenuActions, state: MenuState): readonly MenuItemConstructorOptions[] {
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    ...menuNames.flatMap((name): MenuItemConstructorOptions[] => [
      // A Mac searches the menus from its Help.
      {
        label: `&${name}`,
        ...(name === 'Help' ? { role: 'help' } : {}),
        submenu: [...commandItems(name, actions, state), ...ownItems(name, actions, state)],
      },
      // Where people look for it: before Help.
      ...(name === 'Present' ? [windowMenu] : []),
    ]),
  ];
}

/** The table's commands that this shell can do. */
export function nativeCommands(): readonly (CommandInfo & { readonly id: CommandId })[] {
  return commandTable.filter(({ id }) => id !== 'edit.spellcheck' || checksSpelling);
}

function commandItems(menu: MenuName, { run }: MenuActions, { ready }: MenuState): MenuItemConstructorOptions[] {
  return nativeCommands()
    .filter((command) => command.menu === menu)
    .flatMap((command) => {
      const accelerator = menuAccelerator(command, mac);
      const now = ready?.find(({ id }) => id === command.id);
      const item: MenuItemConstructorOptions = {
        id: command.id,
        label: now?.label ?? command.label,
        ...(typeof now?.on === 'boolean' ? { type: 'checkbox', checked: now.on } : {}),
        ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
        // Before a window has said what applies, everything is offered: the page refuses what does not.
        enabled: ready === null || now !== undefined,
        click: (_item, window) => {
          if (window !== undefined) run(window, command.id);
        },
      };
      return command.group === true ? [separator, item] : [item];
    });
}

/** What the page cannot do by itself. */
function ownItems(menu: MenuName, actions: MenuActions, { recent }: MenuState): MenuItemConstructorOptions[] {
  switch (menu) {
    case 'File':
      return [
        separator,
        { label: 'New window', accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
        { label: 'Open deck file…', click: actions.chooseDeck },
        { label: 'Open folder in new window…', click: actions.chooseFolder },
        { label: 'Open recent', submenu: recentItems(recent, actions) },
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
        // The key that people press for “+” on most keyboards, without Shift.
        { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ];
    case 'Help':
      return mac ? [] : [separator, { role: 'about' }];
    default:
      return [];
  }
}

function recentItems(
  recent: MenuState['recent'],
  { openRecent, clearRecent }: MenuActions,
): MenuItemConstructorOptions[] {
  if (recent.length === 0) return [{ label: 'No deck was opened yet', enabled: false }];
  return [
    // An ampersand would be taken for the mark of an access key.
    ...recent.map(({ path, title }) => ({
      label: title.replaceAll('&', '&&'),
      sublabel: path,
      toolTip: path,
      click: () => openRecent(path),
    })),
    separator,
    { label: 'Clear this list', click: clearRecent },
  ];
}
