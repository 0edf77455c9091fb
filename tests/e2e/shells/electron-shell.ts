import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron } from '../../../src/host/electron-binary.ts';
import { takeSavedExport } from './desktop-windows.ts';
import { type Desktop, type Shell, stateOf, type SystemLook } from './shell.ts';

const app = fileURLToPath(new URL('../../..', import.meta.url));

async function launch(folder: string, args: readonly string[]): Promise<ElectronApplication> {
  const found = await findElectron();
  if ('reason' in found) throw new Error(`Electron cannot run here: ${found.reason}.`);
  const data = `${stateOf(folder)}/electron`;
  await mkdir(data, { recursive: true });
  return _electron.launch({
    executablePath: found.path,
    args: [`--user-data-dir=${data}`, app, ...args],
    env: { ...(process.env as Record<string, string>), LECTERN_STATE: stateOf(folder) },
  });
}

/** The program on Electron itself, over a folder, seen through its first window. */
export async function electronShell(folder: string, system: SystemLook, watch: (page: Page) => void): Promise<Shell> {
  const electron = await launch(folder, [folder]);
  const page = await electron.firstWindow();
  watch(page);
  if (system.dark || system.reducedMotion)
    await page.emulateMedia({
      colorScheme: system.dark ? 'dark' : null,
      reducedMotion: system.reducedMotion ? 'reduce' : null,
    });
  const ended = new Promise<number | null>((resolve) => electron.process().once('exit', resolve));
  const startAgain = async (args: readonly string[]): Promise<number | null> => {
    const second = await launch(folder, args).catch(() => null);
    return second === null ? 0 : new Promise((resolve) => second.process().once('exit', resolve));
  };
  const desktop: Desktop = {
    // Playwright's own function hands over the module in the same way.
    run: (act, argument) => electron.evaluate(act as never, argument) as never,
    windows: () => electron.windows(),
    nextWindow: () => electron.waitForEvent('window'),
    startAgain,
    ended,
  };
  return {
    page,
    desktop,
    async another() {
      const next = desktop.nextWindow();
      await startAgain(['--new-window', folder]);
      return next;
    },
    takeExport: (press) => takeSavedExport(desktop, page, press),
    clipboard: () => desktop.run(({ clipboard }) => clipboard.readText()),
    makeDark: (dark) => page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' }),
    async close() {
      electron.process().kill('SIGKILL');
      await ended;
    },
  };
}
