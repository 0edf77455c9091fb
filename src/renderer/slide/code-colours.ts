import type { HLJSApi } from 'highlight.js';

let colours: HLJSApi | null = null;

/** Whether a slide's Markdown may hold code in a language, which is coloured. */
export function mayHoldCode(markdown: string): boolean {
  return /```|~~~|<code/i.test(markdown);
}

/**
 * Reads highlight.js and its languages: code is coloured from then on. They are a fifth of what a slide is rendered with, so a page that
 * shows slides calls this before it renders one that {@link mayHoldCode}, and not otherwise.
 */
export async function readCodeColours(): Promise<void> {
  const { createHighlighter } = await import('./code-languages.ts');
  colours ??= createHighlighter();
}

/** highlight.js; `null` where it was not read. */
export function codeColours(): HLJSApi | null {
  return colours;
}
