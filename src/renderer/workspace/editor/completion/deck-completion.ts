import { autocompletion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { completeAttributes } from './attribute-completion.ts';
import { completeFrontMatter } from './front-matter-completion.ts';
import { completeMarkdown } from './markdown-completion.ts';

const sources = [completeAttributes, completeFrontMatter, completeMarkdown];

/**
 * What can stand at the caret: at most one of the sources knows. They are one to the editor, which takes no choice while any
 * source of its own is still being asked, and asks those again at each key that had nothing to say.
 */
async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  for (const source of sources) {
    const result = await source(context);
    if (result !== null) return result;
  }
  return null;
}

/** Completion of what a deck's source can say. */
export const deckCompletion: Extension = autocompletion({
  override: [complete],
  icons: false,
  maxRenderedOptions: 60,
  // It opens only where nothing else can be meant, and a Tab that came too early would leave the editor.
  interactionDelay: 0,
});
