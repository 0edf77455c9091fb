import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Desktop, ExportedFile } from './shell.ts';

/** Answers the next save dialog with a file of that name in `folder`; with nothing, as a user does who thinks better of it. */
export async function answerSaveDialog(desktop: Desktop, folder: string | null): Promise<void> {
  await desktop.run(({ dialog }, into) => {
    const { showSaveDialog } = dialog;
    dialog.showSaveDialog = (async (...args: readonly unknown[]) => {
      dialog.showSaveDialog = showSaveDialog;
      const { defaultPath = '' } = args.at(-1) as { readonly defaultPath?: string };
      const name = defaultPath.split(/[\\/]/).at(-1) ?? '';
      return into === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: `${into}/${name}` };
    }) as typeof dialog.showSaveDialog;
  }, folder);
}

/** Takes an export as a desktop program makes it: the user says where, and there it is. */
export async function takeSavedExport(desktop: Desktop, page: Page, press: () => Promise<void>): Promise<ExportedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-export-'));
  try {
    await answerSaveDialog(desktop, folder);
    await press();
    await page.getByRole('dialog').getByRole('button', { name: 'Done' }).waitFor();
    const name = await page
      .getByRole('dialog')
      .innerText()
      .then((text) => /[\w-]+\.(?:pdf|html|pptx|zip|md|png)\b/.exec(text)?.[0] ?? '');
    return { name, bytes: await readFile(join(folder, name)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
