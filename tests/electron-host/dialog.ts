import type {
  Dialog,
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogReturnValue,
  SaveDialogReturnValue,
} from 'electron';
import { named } from './not-played.ts';

/** A dialog that is on the screen. */
export interface OpenDialog {
  readonly kind: 'message' | 'open' | 'save' | 'error';
  readonly options: object;
}

interface Asking extends OpenDialog {
  readonly answer: (value: unknown) => void;
}

const asking: Asking[] = [];

/** The dialogs that nobody has answered yet, the latest last. */
export const openDialogs = (): readonly OpenDialog[] => asking.map(({ kind, options }) => ({ kind, options }));

/** Answers the dialog that has been there longest. */
export function answerDialog(value: unknown): void {
  const dialog = asking.shift();
  if (dialog === undefined) throw new Error('There is no dialog to answer.');
  dialog.answer(value);
}

/** The last argument holds the options; a window may stand before them. */
function ask<T>(kind: OpenDialog['kind'], args: readonly unknown[]): Promise<T> {
  const options = args.at(-1) as object;
  if (kind === 'message') judge(options as MessageBoxOptions);
  return new Promise<T>((resolve) => asking.push({ kind, options, answer: (value) => resolve(value as T) }));
}

function judge({ message, buttons = [], defaultId = 0, cancelId = 0 }: MessageBoxOptions): void {
  if (typeof message !== 'string') throw new TypeError('Message must be a string');
  for (const id of [defaultId, cancelId])
    if (buttons.length > 0 && (id < 0 || id >= buttons.length)) throw new RangeError(`There is no button ${id}`);
}

/** The module `dialog`. A dialog stays open until a test answers it. */
export const dialog = named('dialog', {
  showMessageBox: (...args: unknown[]): Promise<MessageBoxReturnValue> => ask('message', args),
  showOpenDialog: (...args: unknown[]): Promise<OpenDialogReturnValue> => ask('open', args),
  showSaveDialog: (...args: unknown[]): Promise<SaveDialogReturnValue> => ask('save', args),
  showErrorBox(title: string, content: string): void {
    // As Electron does on Linux before the program is ready; later it would stop everything until it is answered.
    process.stderr.write(`${title}\n${content}\n`);
  },
}) satisfies Pick<Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog' | 'showErrorBox'>;
