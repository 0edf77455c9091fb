import { useEffect, useEffectEvent } from 'react';
import type { HostClient } from '../../contract/client.ts';
import { asFailure, Failure } from '../../core/failure.ts';
import { fileData, largestData } from './file-data.ts';

const markdown = /\.(?:md|markdown)$/i;
const longest = 64 * 1024 * 1024;

/** What may hold a whole deck. */
const packed = /\.(?:zip|pdf)$/i;

/** The text of a dropped file. Throws a Failure where it is no deck. */
async function droppedText(file: File): Promise<string> {
  const place = { file: file.name };
  const wayOut = 'Drop a Markdown file of at most 64 MiB in UTF-8, a bundle, or a PDF that holds its deck.';
  if (!markdown.test(file.name))
    throw new Failure({ code: 'not-a-file', message: `${file.name} is not a deck.`, place, wayOut });
  if (file.size > longest)
    throw new Failure({ code: 'too-large', message: `${file.name} has ${file.size} bytes.`, place, wayOut });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await file.arrayBuffer());
  } catch (error) {
    throw new Failure({ code: 'not-utf-8', message: `${file.name} is not UTF-8.`, place, wayOut }, { cause: error });
  }
}

async function unpackDrop(client: HostClient, file: File): Promise<{ readonly deck: string }> {
  if (file.size > largestData) {
    throw new Failure({
      code: 'too-large',
      message: `${file.name} has ${file.size.toLocaleString('en')} bytes; up to ${largestData.toLocaleString('en')} can be dropped.`,
      place: { file: file.name },
      wayOut: 'Put it into the folder of your decks, and open it from there.',
    });
  }
  return client.call('deck.unpackFile', { name: file.name, data: await fileData(file) });
}

/**
 * Takes a dropped file into the library. A page is told a file's content, not its place: a deck of that name with that very
 * text is opened, any other is copied into the library's folder; what a bundle or a PDF holds is unpacked there. Rejects with a Failure.
 */
export async function takeDrop(
  client: HostClient,
  file: File,
): Promise<{ readonly deck: string; readonly copied: boolean }> {
  if (packed.test(file.name)) return { deck: (await unpackDrop(client, file)).deck, copied: true };
  const text = await droppedText(file);
  const { decks } = await client.call('library.list', {});
  for (const card of decks) {
    if (card.problem !== null || card.name.split('/').at(-1) !== file.name) continue;
    const { text: held } = await client.call('deck.open', { deck: card.deck });
    if (held === text.replace(/^\uFEFF/, '')) return { deck: card.deck, copied: false };
  }
  const made = await client.call('deck.create', {
    name: file.name,
    text,
    annotations: null,
    beside: null,
    folder: null,
    taken: 'number',
  });
  return { deck: made.deck, copied: true };
}

/** Opens a dropped file: where it is, if the shell knows that, else as {@link takeDrop} does. `null` if it opened elsewhere. */
async function openDrop(
  client: HostClient,
  file: File,
): Promise<{ readonly deck: string | null; readonly copied: boolean }> {
  const deck = await client.openDropped?.(file);
  return deck === undefined ? takeDrop(client, file) : { deck, copied: false };
}

/** Opens Markdown files that are dropped anywhere on the window; what is dropped on something that takes it is not touched. */
export function useDropDecks(client: HostClient, onOpen: (deck: string) => void, say: (message: string) => void): void {
  const dropped = useEffectEvent(async (files: readonly File[]) => {
    for (const file of files) {
      try {
        const { deck, copied } = await openDrop(client, file);
        if (copied) say(`${file.name} was copied into the folder of your decks.`);
        if (deck !== null) onOpen(deck);
      } catch (error) {
        const { message, wayOut } = asFailure(error);
        say(`${message} ${wayOut}`);
      }
    }
  });
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const onOver = (event: DragEvent): void => {
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    };
    const onDrop = (event: DragEvent): void => {
      // A file that the window does not take would be opened by the browser in its place.
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      void dropped([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
}
