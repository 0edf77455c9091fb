import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { type AttributeOffer, attributeOffers } from './attribute-offers.ts';
import { fileCompletions } from './file-completion.ts';
import { completions } from './offer.ts';
import { pick } from './pick.ts';

/** The attribute comment that an offset is in. */
interface OpenComment {
  readonly of: 'slide' | 'element';
  /** What stands in it up to the offset. */
  readonly text: string;
}

/** How far back a comment may begin. */
const reach = 2000;

function openComment(state: EditorState, offset: number): OpenComment | null {
  const before = state.sliceDoc(Math.max(0, offset - reach), offset);
  const start = before.lastIndexOf('<!--');
  if (start === -1 || before.includes('-->', start)) return null;
  const [, of, text] = /^<!--\s*\.(slide:|element:?)([\s\S]*)$/.exec(before.slice(start)) ?? [];
  return of === undefined || text === undefined ? null : { of: of.startsWith('slide') ? 'slide' : 'element', text };
}

/** Attributes and their values in `<!-- .slide: … -->` and `<!-- .element: … -->`. */
export async function completeAttributes(context: CompletionContext): Promise<CompletionResult | null> {
  const comment = openComment(context.state, context.pos);
  if (comment === null) return null;
  const [, name, value] = /([\w-]+)="([^"]*)$/.exec(comment.text) ?? [];
  if (name !== undefined && value !== undefined) return completeValue(context, comment, name, value);
  const [, word] = /(?:^|\s)([\w-]*)$/.exec(comment.text) ?? [];
  if (word === undefined || insideValue(comment.text)) return null;
  const taken = new Set([...comment.text.matchAll(/([\w-]+)\s*=/g)].map((match) => match[1]));
  const offers = offersOf(comment.of).filter(({ label }) => !taken.has(label));
  return {
    from: context.pos - word.length,
    options: completions(offers, 'property', (offer) => ({ apply: applyAttribute(offer as AttributeOffer) })),
    validFor: /^[\w-]*$/,
  };
}

function offersOf(of: OpenComment['of']): readonly AttributeOffer[] {
  return attributeOffers.filter((offer) => offer.of === of || offer.of === 'both');
}

function insideValue(text: string): boolean {
  return (text.match(/"/g)?.length ?? 0) % 2 === 1;
}

async function completeValue(
  context: CompletionContext,
  comment: OpenComment,
  name: string,
  value: string,
): Promise<CompletionResult | null> {
  const values = offersOf(comment.of).find(({ label }) => label === name)?.values;
  if (values === undefined || values === 'none') return null;
  if (values === 'file')
    return fileCompletions(context, value, name === 'data-background-video' ? ['video'] : ['image']);
  // Class names stand side by side; any other value is one.
  const typed = name === 'class' ? (/\S*$/.exec(value)?.[0] ?? '') : value;
  const taken = new Set(name === 'class' ? value.slice(0, value.length - typed.length).split(/\s+/) : []);
  const options = completions(
    values.filter(({ label }) => !taken.has(label)),
    name === 'class' ? 'class' : 'enum',
  );
  return options.length === 0 ? null : { from: context.pos - typed.length, options, validFor: /^[^"]*$/ };
}

/** Writes the attribute with its quotes, with the caret between them, where the list of values opens. */
function applyAttribute({ label, values }: AttributeOffer): NonNullable<Completion['apply']> {
  return (view: EditorView, completion: Completion, from: number, to: number) => {
    const rest = view.state.sliceDoc(to, to + 2);
    // The quotes are there already where a value is written anew.
    const quotes = values === 'none' || rest.startsWith('=') ? '' : '=""';
    const gap = /^\s|^$|^=/.test(rest) ? '' : ' ';
    const insert = `${label}${quotes}${gap}`;
    pick(
      view,
      completion,
      from,
      to,
      insert,
      from + label.length + (quotes === '' ? 0 : 2),
      quotes !== '' && values.length > 0,
    );
  };
}
