import { basename, dirname, join, parse, resolve } from 'node:path';
import { type BrowserWindow, dialog, type SaveDialogOptions } from 'electron';
import { Failure } from '../core/failure.ts';
import { saveAtomically } from '../host/atomic-save.ts';
import type { ChooseTarget } from '../host/export/export-service.ts';
import { writeExport } from '../host/export/write-export.ts';
import { makeNewFolder } from '../host/new-folder.ts';

/** Asks for the place of a file in a save dialog, beside the deck at first, and writes it there in one piece. */
export function askForTarget(window: () => BrowserWindow | null): ChooseTarget {
  return async ({ name, kind: { label, extension }, deckPath }) => {
    const options: SaveDialogOptions = {
      title: 'Save',
      defaultPath: join(dirname(deckPath), name),
      buttonLabel: 'Save',
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
      async deliver(exported, order) {
        // Pictures of several slides get a folder of their own: the dialog has asked about one file only.
        const path = exported.files.length === 1 ? filePath : await folderFor(filePath);
        const target = exported.files.length === 1 ? filePath : join(path, basename(filePath));
        await writeExport(target, exported, order);
        return { name: basename(path), path, url: null };
      },
      async save(bytes) {
        await saveAtomically(filePath, bytes);
        return { name: basename(filePath), path: filePath, url: null };
      },
    };
  };
}

function folderFor(file: string): Promise<string> {
  return makeNewFolder(join(dirname(file), parse(file).name));
}

function overDeck(deckPath: string, extension: string): Failure {
  return new Failure({
    code: 'refused',
    message: `${basename(deckPath)} is the deck itself; the file would replace it.`,
    place: { file: deckPath },
    wayOut: `Choose another name, such as one that ends with ${extension}.`,
  });
}
