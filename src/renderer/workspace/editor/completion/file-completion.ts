import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { LocalFile } from '../../../../contract/schemas/deck.ts';
import { fileSize } from '../../file-size.ts';
import { deckHost } from '../deck-host.ts';

/** The files beside the deck of these kinds, for a path of which `typed` is there already. */
export async function fileCompletions(
  context: CompletionContext,
  typed: string,
  kinds: readonly LocalFile['kind'][],
): Promise<CompletionResult | null> {
  const host = deckHost(context.state);
  if (host === null) return null;
  const files = (await host.files()).filter(({ kind }) => kinds.includes(kind));
  if (files.length === 0 || context.aborted) return null;
  return {
    from: context.pos - typed.length,
    options: files.map((file): Completion => ({
      label: encodePath(file.path),
      type: 'file',
      detail: fileSize(file.bytes),
      info: `A file beside the deck: ${file.path}`,
    })),
    validFor: /^[^\s"()<>]*$/,
  };
}

/** A path as it can stand in a link: what would end the link is percent-encoded. */
function encodePath(path: string): string {
  return path.replace(/[\s%()<>"#?,]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
