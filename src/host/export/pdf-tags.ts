/**
 * Makes the tags that Chromium writes those that PDF/UA-1 asks for. Chromium tags each box of the page’s layout, most of them
 * as `NonStruct`; lists have no bodies, headings may begin and skip anywhere, and what a box is painted with counts as content.
 */
import type { MarkedContent, StructElement, StructKid } from './pdf-structure.ts';
import { textString } from './pdf-values.ts';

/** Types of PDF 2.0 that Chromium writes, and what readers of older ones take them for. */
export const roles: ReadonlyMap<string, string> = new Map([
  ['Strong', '/Span'],
  ['Em', '/Span'],
]);

const inline = new Set(['Span', 'Strong', 'Em', 'Link', 'Code', 'Quote', 'Note', 'Reference', 'Figure', 'Formula']);
const grouping = new Set(['Document', 'Sect', 'Div', 'BlockQuote']);

export interface TidyTags {
  readonly root: StructElement;
  /** Tagged content that only decorates: backgrounds, borders, rules. */
  readonly decorations: readonly MarkedContent[];
}

/** @param hasText whether a piece of content draws letters */
export function tidyTags(root: StructElement, hasText: (content: MarkedContent) => boolean): TidyTags {
  const decorations: MarkedContent[] = [];

  /** What stands in a tag’s place: itself, what is in it, or nothing. */
  const tidy = (element: StructElement): readonly StructKid[] => {
    if (isPicture(element)) return picture(element);
    const kids = element.kids.flatMap((kid): readonly StructKid[] => {
      if (kid.kind === 'element') return tidy(kid);
      if (kid.kind === 'annotation' || element.type === 'Lbl' || hasText(kid)) return [kid];
      decorations.push(kid);
      return [];
    });
    const isCell = element.type === 'TD' || element.type === 'TH';
    if (kids.length === 0 && !isCell) return [];
    return inPlace({ ...element, type: element.type === 'Figure' ? 'NonStruct' : element.type, kids });
  };

  const [top] = tidy(root);
  const whole = top?.kind === 'element' ? top : { ...root, kids: [] };
  return { root: withLevels(whole), decorations };
}

/** A tag whose kids are tidy already. */
function inPlace(element: StructElement): readonly StructKid[] {
  const { type, kids, entries } = element;
  switch (type) {
    case 'NonStruct':
      return box(element);
    case 'Art':
      return [{ ...element, type: 'Sect', kids: blocks(kids) }];
    case 'L':
      return [{ ...element, kids: items(kids) }];
    case 'LI':
      return [{ ...element, kids: labelAndBody(kids) }];
    case 'Table':
    case 'THead':
    case 'TBody':
    case 'TFoot':
      return [{ ...element, kids: kids.filter((kid) => isElement(kid, 'TR', 'THead', 'TBody', 'TFoot', 'Caption')) }];
    case 'TR':
      return [{ ...element, kids: kids.map((kid) => (isElement(kid, 'TH', 'TD') ? kid : tag('TD', [kid]))) }];
    case 'TH':
      return [{ ...element, kids: flow(kids), entries: withScope(entries) }];
    case 'Link':
      return [
        { ...element, type: kids.some(({ kind }) => kind === 'annotation') ? 'Link' : 'Span', kids: words(kids) },
      ];
    default:
      if (grouping.has(type)) return [{ ...element, kids: blocks(kids) }];
      return [{ ...element, kids: /^(?:TD|Caption)$/.test(type) ? flow(kids) : words(kids) }];
  }
}

/**
 * A box without a meaning of its own. What is in it moves up; a box of words stays until it is known what it stands in: among
 * blocks it is a paragraph.
 */
function box(element: StructElement): readonly StructKid[] {
  const { kids, entries } = element;
  if (kids.some(({ kind }) => kind === 'annotation')) return [tag('Link', words(kids))];
  const lang = entries.get('Lang');
  if (kids.every((kid) => kid.kind === 'content')) {
    return lang === undefined ? kids : [tag('Span', kids, new Map([['Lang', lang]]))];
  }
  if (!kids.every(isInline))
    return lang === undefined ? blocks(kids) : [{ ...element, type: 'Div', kids: blocks(kids) }];
  return [element];
}

/** Kids of what may hold blocks only: words between them become paragraphs. */
function blocks(kids: readonly StructKid[]): readonly StructKid[] {
  const made: StructKid[] = [];
  let run: StructKid[] = [];
  const flush = (): void => {
    if (run.every((kid) => isElement(kid, 'Figure'))) made.push(...run);
    else made.push(tag('P', run));
    run = [];
  };
  for (const kid of kids) {
    if (kid.kind === 'element' && kid.type === 'NonStruct') {
      flush();
      made.push(...blocks(words(kid.kids)).map((block) => inLanguage(block, kid)));
    } else if (kid.kind !== 'element' || isInlineTag(kid)) run.push(kid);
    else {
      flush();
      made.push(kid.type === 'Lbl' || kid.type === 'Caption' ? { ...kid, type: 'P' } : kid);
    }
  }
  flush();
  return made;
}

/** Kids of what may hold words or blocks: as they are where all are words. */
function flow(kids: readonly StructKid[]): readonly StructKid[] {
  return kids.every(isInline) ? words(kids) : blocks(kids);
}

/** Kids of what holds words: boxes in it are no more than their words. */
function words(kids: readonly StructKid[]): readonly StructKid[] {
  return kids.flatMap((kid): readonly StructKid[] => {
    if (kid.kind !== 'element' || kid.type !== 'NonStruct') return [kid];
    const lang = kid.entries.get('Lang');
    return lang === undefined ? words(kid.kids) : [tag('Span', words(kid.kids), new Map([['Lang', lang]]))];
  });
}

function items(kids: readonly StructKid[]): readonly StructKid[] {
  const made: StructKid[] = [];
  let run: StructKid[] = [];
  const flush = (): void => {
    if (run.length > 0) made.push(tag('LI', labelAndBody(run)));
    run = [];
  };
  for (const kid of kids) {
    const isItem = isElement(kid, 'LI', 'Caption');
    if (isItem || (isElement(kid, 'Lbl') && run.length > 0)) flush();
    if (isItem) made.push(kid);
    else run.push(kid);
  }
  flush();
  return made;
}

function labelAndBody(kids: readonly StructKid[]): readonly StructKid[] {
  const labels = kids.filter((kid) => isElement(kid, 'Lbl'));
  const body = kids.filter((kid) => !isElement(kid, 'Lbl', 'LBody'));
  const bodies = kids.filter((kid) => isElement(kid, 'LBody'));
  return [...labels, ...bodies, ...(body.length === 0 ? [] : [tag('LBody', flow(body))])];
}

/** A figure without a description that holds pictures only groups them, and what is written under them. */
function isPicture({ type, entries, kids }: StructElement): boolean {
  return type === 'Form' || (type === 'Figure' && (entries.has('Alt') || !kids.some(holdsPicture)));
}

function holdsPicture(kid: StructKid): boolean {
  return kid.kind === 'element' && (kid.type === 'Figure' || kid.kids.some(holdsPicture));
}

/** A picture is one thing, whatever it is drawn with, and has a description. */
function picture(element: StructElement): readonly StructKid[] {
  const kids = contents(element);
  if (kids.length === 0) return [];
  const entries = new Map(element.entries);
  if (!entries.has('Alt')) entries.set('Alt', textString('Picture'));
  return [tag('Figure', kids, entries)];
}

function contents(element: StructElement): readonly StructKid[] {
  return element.kids.flatMap((kid) => (kid.kind === 'element' ? contents(kid) : [kid]));
}

/**
 * Numbers headings so that the first is of level 1 and none is more than one level below what it stands under: a deck that
 * writes its titles with `##` has no level 1.
 */
function withLevels(root: StructElement): StructElement {
  const open: number[] = [];
  const number = (element: StructElement): StructElement => {
    const level = Number(/^H([1-6])$/.exec(element.type)?.[1] ?? 0);
    if (level === 0)
      return { ...element, kids: element.kids.map((kid) => (kid.kind === 'element' ? number(kid) : kid)) };
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return { ...element, type: `H${open.length}` };
  };
  return number(root);
}

/** A header cell says what it heads. */
function withScope(entries: StructElement['entries']): StructElement['entries'] {
  const attributes = entries.get('A') ?? '';
  if (attributes.includes('/Scope')) return entries;
  const scope = '<</O /Table\n/Scope /Column>>';
  const inner = attributes.startsWith('[') ? attributes.slice(1, -1) : attributes;
  return new Map([...entries, ['A', `[${inner} ${scope}]`]]);
}

function inLanguage(kid: StructKid, { entries }: StructElement): StructKid {
  const lang = entries.get('Lang');
  return lang === undefined || kid.kind !== 'element'
    ? kid
    : { ...kid, entries: new Map([...kid.entries, ['Lang', lang]]) };
}

function tag(type: string, kids: readonly StructKid[], entries: StructElement['entries'] = new Map()): StructElement {
  return { kind: 'element', type, entries, kids };
}

function isElement(kid: StructKid, ...types: readonly string[]): boolean {
  return kid.kind === 'element' && types.includes(kid.type);
}

function isInline(kid: StructKid): boolean {
  return kid.kind !== 'element' || isInlineTag(kid);
}

function isInlineTag(kid: StructElement): boolean {
  return inline.has(kid.type) || (kid.type === 'NonStruct' && kid.kids.every(isInline));
}
