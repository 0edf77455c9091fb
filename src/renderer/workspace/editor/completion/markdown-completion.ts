import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { deckSettings } from '../../../../core/deck/front-matter.ts';
import { coordinates, slideIndex } from '../../../../core/deck/slide-index.ts';
import { slideLabel } from '../../../../core/deck/slide-label.ts';
import { slideTitle } from '../../../../core/deck/summary.ts';
import { type BlockOffer, commentOffers, containerOffers, fenceOffers } from './block-offers.ts';
import { fileCompletions } from './file-completion.ts';
import { completions } from './offer.ts';
import { pick } from './pick.ts';

/** At most so many slides are listed to link to. */
const linkLimit = 1000;

/** Links, pictures, citations, and what begins a line: fences, columns, attribute comments. */
export async function completeMarkdown(context: CompletionContext): Promise<CompletionResult | null> {
  const { state, pos } = context;
  if (pos < slideIndex(state).head.to) return null;
  const line = state.doc.lineAt(pos);
  const before = line.text.slice(Math.max(0, pos - line.from - 1000), pos - line.from);
  return (
    (await completeTarget(context, before)) ??
    completeCitation(context, before) ??
    completeComment(context, before) ??
    completeFence(context, before) ??
    completeContainer(context, before)
  );
}

async function completeTarget(context: CompletionContext, before: string): Promise<CompletionResult | null> {
  const [, picture, target] = /(!?)\[[^[\]]*\]\(([^\s()]*)$/.exec(before) ?? [];
  if (target === undefined) return null;
  if (target.startsWith('#')) return slideLinks(context, target);
  const files = await fileCompletions(
    context,
    target,
    picture === '!' ? ['image', 'video', 'audio'] : ['image', 'video', 'audio', 'data', 'deck', 'other'],
  );
  if (picture === '!') return files;
  const hash: Completion = {
    label: '#',
    type: 'link',
    detail: 'a slide of this deck',
    info: 'A link to another slide.',
    boost: 5,
    apply: (view, completion, from, to) => pick(view, completion, from, to, '#', from + 1, true),
  };
  return {
    from: context.pos - target.length,
    options: [hash, ...(files?.options ?? [])],
    // From `#` on it is a slide that is looked for: asked again, since none is among these.
    validFor: /^[^\s"()<>#]*$/,
  };
}

function slideLinks(context: CompletionContext, typed: string): CompletionResult {
  const { state } = context;
  const index = slideIndex(state);
  const places = coordinates(index);
  const options = index.slides.slice(0, linkLimit).flatMap((slide, i): readonly Completion[] => {
    const { h, v } = places[i] ?? { h: 0, v: 0 };
    const label = slideLabel({ h, v });
    const title = slideTitle(state, slide) || 'untitled';
    const id = slide.attributes.get('id');
    const byPlace = {
      label: `#/${h}${v === 0 ? '' : `/${v}`}`,
      type: 'link',
      detail: title,
      info: `Slide ${label}, by its place.`,
      boost: -i / 100,
    };
    return id === undefined || /[\s()]/.test(id)
      ? [byPlace]
      : [
          { label: `#${id}`, type: 'link', detail: title, info: `Slide ${label}, wherever it is moved.`, boost: 1 },
          byPlace,
        ];
  });
  return { from: context.pos - typed.length, options, validFor: /^#[^\s()]*$/ };
}

function completeCitation(context: CompletionContext, before: string): CompletionResult | null {
  const [, key] = /\[@([^\s[\]]*)$/.exec(before) ?? [];
  if (key === undefined) return null;
  const options = [...deckSettings(context.state).settings.sources].map(([name, source]): Completion => ({
    label: name,
    type: 'source',
    detail: source.text.slice(0, 60),
    info: [source.text, source.date, source.url].filter((part) => part !== undefined && part !== '').join(' · '),
    apply: (view, completion, from, to) => {
      const closed = view.state.sliceDoc(to, to + 1) === ']';
      pick(view, completion, from, closed ? to + 1 : to, `${name}]`, from + name.length + 1);
    },
  }));
  return options.length === 0 ? null : { from: context.pos - key.length, options, validFor: /^[^\s[\]]*$/ };
}

function completeComment(context: CompletionContext, before: string): CompletionResult | null {
  const [typed] = /<!?-{0,2}\s?\.?[a-z]*$/.exec(before) ?? [];
  if (typed === undefined || (typed === '<' && !context.explicit)) return null;
  const options = completions(commentOffers, 'keyword', ({ label }) => ({
    apply: (view: EditorView, completion: Completion, from: number, to: number) =>
      pick(view, completion, from, to, label, from + label.indexOf(':') + 2, true),
  }));
  return { from: context.pos - typed.length, options, validFor: /^<!?-{0,2}\s?\.?[a-z]*$/ };
}

function completeFence(context: CompletionContext, before: string): CompletionResult | null {
  const [, ticks, word] = /^ {0,3}(`{3,}|~{3,})\s*([\w-]*)$/.exec(before) ?? [];
  if (ticks === undefined || word === undefined) return null;
  return { from: context.pos - word.length, options: completions(fenceOffers, 'block'), validFor: /^[\w-]*$/ };
}

function completeContainer(context: CompletionContext, before: string): CompletionResult | null {
  const [, typed] = /^ {0,3}(:{2,}\s*[a-z]*)$/.exec(before) ?? [];
  if (typed === undefined) return null;
  const options = completions(containerOffers, 'block', (offer) => ({ apply: applyBlock(offer as BlockOffer) }));
  return { from: context.pos - typed.length, options, validFor: /^:{2,}\s*[a-z]*$/ };
}

/** Writes the block's lines; `|` says where the caret goes. */
function applyBlock({ lines }: BlockOffer): NonNullable<Completion['apply']> {
  return (view: EditorView, completion: Completion, from: number, to: number) => {
    const text = lines.join('\n');
    const caret = text.indexOf('|');
    pick(view, completion, from, to, text.replace('|', ''), from + caret);
  };
}
