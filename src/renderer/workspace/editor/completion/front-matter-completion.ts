import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { slideIndex } from '../../../../core/deck/slide-index.ts';
import { fileCompletions } from './file-completion.ts';
import { frontMatterOffers, type KeyOffer, revealOffers, sourceOffers } from './front-matter-offers.ts';
import { completions } from './offer.ts';
import { pick } from './pick.ts';

/** Keys and values of the front matter. */
export async function completeFrontMatter(context: CompletionContext): Promise<CompletionResult | null> {
  const block = slideIndex(context.state).frontMatter;
  if (block === null || context.pos < block.yamlFrom || context.pos >= block.to) return null;
  const line = context.state.doc.lineAt(context.pos);
  // The line that ends the front matter belongs to nobody.
  if (line.from >= block.yamlTo) return null;
  const before = line.text.slice(0, context.pos - line.from);
  const parents = keysAbove(context, line.number, /^\s*/.exec(line.text)?.[0].length ?? 0);
  const keys = keysUnder(parents);
  const [, listed] = /^\s*-\s+(.*)$/.exec(before) ?? [];
  if (listed !== undefined) return parents.at(-1) === 'css' ? fileCompletions(context, listed, ['style']) : null;
  const [, key, value] = /^\s*([\w-]+):\s+["']?(.*)$/.exec(before) ?? [];
  if (key !== undefined && value !== undefined) {
    const values = keys.find(({ label }) => label === key)?.values;
    if (values === 'file') return fileCompletions(context, value, ['style']);
    if (values === undefined || typeof values === 'string') return null;
    return { from: context.pos - value.length, options: completions(values, 'enum'), validFor: /^[^\n]*$/ };
  }
  const [, word] = /^\s*([\w-]*)$/.exec(before) ?? [];
  if (word === undefined || (word === '' && !context.explicit)) return null;
  const text = context.state.sliceDoc(block.yamlFrom, block.yamlTo);
  const free = parents.length > 0 ? keys : keys.filter(({ label }) => !new RegExp(`^${label}:`, 'm').test(text));
  const options = completions(free, 'property', (offer) => ({ apply: applyKey(offer as KeyOffer) }));
  return options.length === 0 ? null : { from: context.pos - word.length, options, validFor: /^[\w-]*$/ };
}

/** The keys that a line is indented under, the outermost first. */
function keysAbove(context: CompletionContext, lineNumber: number, indent: number): readonly string[] {
  const { doc } = context.state;
  const parents: string[] = [];
  let level = indent;
  for (let number = lineNumber - 1; number > 1 && level > 0; number--) {
    const [, lead, key] = /^(\s*)([^\s:#][^:]*):/.exec(doc.line(number).text) ?? [];
    if (lead === undefined || key === undefined || lead.length >= level) continue;
    parents.unshift(key.trim());
    level = lead.length;
  }
  return parents;
}

function keysUnder(parents: readonly string[]): readonly KeyOffer[] {
  if (parents.length === 0) return frontMatterOffers;
  if (parents[0] === 'revealOptions') return parents.length === 1 ? revealOffers : [];
  return parents[0] === 'sources' && parents.length === 2 ? sourceOffers : [];
}

/** Writes the key with its colon; what is under it, or its values, come next. */
function applyKey({ label, values }: KeyOffer): NonNullable<Completion['apply']> {
  return (view: EditorView, completion: Completion, from: number, to: number) => {
    const rest = view.state.sliceDoc(to, view.state.doc.lineAt(to).to);
    const lead = ' '.repeat(from - view.state.doc.lineAt(from).from);
    const insert = rest.startsWith(':') ? label : values === 'keys' ? `${label}:\n${lead}  ` : `${label}: `;
    pick(view, completion, from, to, insert, from + insert.length, values !== 'none');
  };
}
