import { app, Menu } from 'electron';
import { newWindowSwitch } from './targets.ts';

/** The program's identity on Windows: its windows' group in the taskbar, and its jump list. As the installers have it. */
const appId = 'app.lectern.Lectern';

/** Tells the system who this is. To be called before the app is ready. */
export function introduceProgram(): void {
  app.setAboutPanelOptions({
    applicationName: 'Lectern',
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence. Nothing here reaches a network.',
  });
  if (process.platform === 'win32') app.setAppUserModelId(appId);
}

/**
 * Offers another window where the system has a place for that: in the Dock, or in the taskbar's jump list beside the decks that were
 * opened lately, which Windows lists itself. To be called when the app is ready.
 */
export function offerNewWindow(open: () => void): void {
  if (process.platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate([{ label: 'New Window', click: open }]));
  if (process.platform === 'win32')
    app.setJumpList([
      { type: 'recent' },
      {
        type: 'tasks',
        items: [
          {
            type: 'task',
            title: 'New window',
            description: 'Opens another window of Lectern',
            program: process.execPath,
            args: newWindowSwitch,
            iconPath: process.execPath,
            iconIndex: 0,
          },
        ],
      },
    ]);
}
