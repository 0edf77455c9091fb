import { app, dialog, Menu, type MenuItemConstructorOptions, type OpenDialogOptions } from 'electron';

const mac = process.platform === 'darwin';

/**
 * The native menu. What the workspace does itself is not repeated here: undo and redo in particular, whose native
 * versions know nothing of the deck's own history; the keys for them reach the page.
 *
 * @param open Called with the path of the deck or folder that the user chose.
 */
export function installMenu(open: (path: string) => void): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu' } as const] : []),
      {
        label: '&File',
        submenu: [
          { label: '&Open Deck…', accelerator: 'CmdOrCtrl+O', click: () => void choose(openDeck, open) },
          { label: 'Open &Folder…', accelerator: 'CmdOrCtrl+Shift+O', click: () => void choose(openFolder, open) },
          { type: 'separator' },
          { role: mac ? 'close' : 'quit' },
        ],
      },
      {
        label: '&Edit',
        submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
      },
      { label: '&View', submenu: viewItems() },
      { role: 'windowMenu' },
    ]),
  );
}

function viewItems(): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  return app.isPackaged ? items : [...items, { role: 'toggleDevTools' }];
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
