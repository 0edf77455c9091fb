import { basename, dirname, join, resolve } from 'node:path';
import { type BrowserWindow, dialog, type SaveDialogOptions } from 'electron';
import { exportFormats } from '../core/export/formats.ts';
import { Failure } from '../core/failure.ts';
import { saveAtomically } from '../host/atomic-save.ts';
import type { ChooseTarget } from '../host/export/export-service.ts';

/** Asks for the place of an export in a save dialog, beside the deck at first, and writes it there in one piece. */
export function askForTarget(window: () => BrowserWindow | null): ChooseTarget {
  return async ({ name, format, deckPath }) => {
    const { label, extension } = exportFormats[format];
    const options: SaveDialogOptions = {
      title: 'Export',
      defaultPath: join(dirname(deckPath), name),
      buttonLabel: 'Export',
      filters: [{ name: label, extensions: [extension.slice(1)] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    };
    const parent = window();
    const { canceled, filePath } = await (parent === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options));
    if (canceled || filePath === '') return null;
    if (resolve(filePath) === deckPath) throw overDeck(deckPath, extension);
    return {
      async deliver({ bytes }) {
        await saveAtomically(filePath, bytes);
        return { name: basename(filePath), path: filePath, url: null };
      },
    };
  };
}

function overDeck(deckPath: string, extension: string): Failure {
  return new Failure({
    code: 'refused',
    message: `${basename(deckPath)} is the deck itself; the export would replace it.`,
    place: { file: deckPath },
    wayOut: `Choose another name, such as one that ends with ${extension}.`,
  });
}
