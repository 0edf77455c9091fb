import type {
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogReturnValue,
  SaveDialogReturnValue,
} from 'electron';
import { named } from './not-played.ts';

/** A dialog that is on the screen, and stays there: tests answer by a function of their own in place of the dialog's. */
export interface OpenDialog {
  readonly kind: 'message' | 'open' | 'save' | 'error';
  readonly options: object;
}

/** The dialogs that nobody has answered, the latest last. */
export const openDialogs: OpenDialog[] = [];

type Asked<T> = Promise<T>;

/** The last argument holds the options; a window may stand before them. */
function ask<T>(kind: OpenDialog['kind'], args: readonly unknown[]): Asked<T> {
  const options = args.at(-1) as object;
  if (kind === 'message') judge(options as MessageBoxOptions);
  openDialogs.push({ kind, options });
  return new Promise<T>(() => undefined);
}

function judge({ message, buttons = [], defaultId = 0, cancelId = 0 }: MessageBoxOptions): void {
  if (typeof message !== 'string') throw new TypeError('Message must be a string');
  for (const id of [defaultId, cancelId])
    if (buttons.length > 0 && (id < 0 || id >= buttons.length)) throw new RangeError(`There is no button ${id}`);
}

/** The module `dialog`. Nobody sits before it: a dialog stays open until a test answers it. */
export const dialog = named('dialog', {
  showMessageBox: (...args: unknown[]): Asked<MessageBoxReturnValue> => ask('message', args),
  showOpenDialog: (...args: unknown[]): Asked<OpenDialogReturnValue> => ask('open', args),
  showSaveDialog: (...args: unknown[]): Asked<SaveDialogReturnValue> => ask('save', args),
  showErrorBox(title: string, content: string): void {
    openDialogs.push({ kind: 'error', options: { title, content } });
    // As Electron does on Linux before the program is ready.
    process.stderr.write(`${title}\n${content}\n`);
  },
}) satisfies Pick<Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog' | 'showErrorBox'>;
