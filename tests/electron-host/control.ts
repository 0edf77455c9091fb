import { blockerCount, opened } from './small-modules.ts';
import { answerDialog, openDialogs } from './dialog.ts';
import { poppedUp } from './menu.ts';
import { nativeTheme } from './native-theme.ts';
import { screen, type TestDisplay } from './screen.ts';
import { HostWindow } from './browser-window.ts';

/** What a test may do that no program can: the user's own acts and looks. */
export interface Host {
  setDisplays(displays: readonly TestDisplay[]): void;
  /** Drops files on a point of a window, as the system's file manager would. */
  dropFiles(windowId: number, paths: readonly string[], at: { readonly x: number; readonly y: number }): Promise<void>;
  openDialogs(): ReturnType<typeof openDialogs>;
  /** Answers the dialog that has been there longest. */
  answerDialog(value: unknown): void;
  readonly opened: typeof opened;
  blockerCount(): number;
  /** Makes the system dark or light. */
  makeDark(dark: boolean): void;
  /** The text on the clipboard. */
  clipboard(): Promise<string>;
  /** The labels of the context menu that was shown last. */
  contextMenu(): readonly string[];
}

const host: Host = {
  setDisplays: (displays) => screen.setDisplays(displays),
  async dropFiles(windowId, paths, at) {
    const page = await HostWindow.fromId(windowId)?.webContents.filesComing(paths);
    if (page === undefined) throw new Error(`There is no window ${windowId}.`);
    const data = { items: [], files: [...paths], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await page.cdp.send('Input.dispatchDragEvent', { type, ...at, data });
  },
  openDialogs,
  answerDialog,
  opened,
  blockerCount,
  makeDark: (dark) => nativeTheme.makeSystemDark(dark),
  async clipboard() {
    const contents = HostWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) throw new Error('There is no window to look through.');
    return String(await contents.readClipboard());
  },
  contextMenu: () => poppedUp.menu?.items.map(({ label }) => label) ?? [],
};

/** A question from the parent process: a function's source, and its argument. */
interface Question {
  readonly id: number;
  /** What the function is handed: the module, or what only a test may do. */
  readonly on: 'electron' | 'host';
  readonly source: string;
  readonly argument: unknown;
}

/** Runs functions of the parent process in this one, as Playwright does for Electron itself; results go back as JSON. */
export function answerParent(electron: object): void {
  if (process.send === undefined) return;
  const answer = async ({ id, on, source, argument }: Question): Promise<void> => {
    try {
      // The parent is the test that started this process.
      // oxlint-disable-next-line no-new-func -- see above
      const run = new Function(`return (${source})`)() as (target: object, argument: unknown) => unknown;
      process.send?.({ id, ok: true, value: await run(on === 'electron' ? electron : host, argument) });
    } catch (error) {
      process.send?.({
        id,
        ok: false,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  };
  process.on('message', (question: Question) => void answer(question));
  // The channel alone does not keep the program running.
  process.channel?.unref();
}
