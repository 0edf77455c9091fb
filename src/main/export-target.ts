import { basename, dirname, join, resolve } from 'node:path';
import { type BrowserWindow, dialog, type SaveDialogOptions } from 'electron';
import { Failure } from '../core/failure.ts';
import { saveAtomically } from '../host/atomic-save.ts';
import type { ChooseTarget } from '../host/export-service.ts';

/** Asks for the PDF's place in a save dialog, beside the deck at first, and writes it there in one piece. */
export function askForTarget(window: () => BrowserWindow | null): ChooseTarget {
  return async ({ name, deckPath }) => {
    const options: SaveDialogOptions = {
      title: 'Export to PDF',
      defaultPath: join(dirname(deckPath), name),
      buttonLabel: 'Export',
      filters: [{ name: 'PDF document', extensions: ['pdf'] }],
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    };
    const parent = window();
    const { canceled, filePath } = await (parent === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(parent, options));
    if (canceled || filePath === '') return null;
    if (resolve(filePath) === deckPath) throw overDeck(deckPath);
    return {
      async deliver(pdf) {
        await saveAtomically(filePath, pdf);
        return { name: basename(filePath), path: filePath, url: null };
      },
    };
  };
}

function overDeck(deckPath: string): Failure {
  return new Failure({
    code: 'refused',
    message: `${basename(deckPath)} is the deck itself; the PDF would replace it.`,
    place: { file: deckPath },
    wayOut: 'Choose another name, such as one that ends with .pdf.',
  });
}
