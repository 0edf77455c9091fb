import { describe, expect, it } from 'vitest';
import type { StructElement, StructKid } from '../../../../src/host/export/pdf-structure.ts';
import { tidyTags } from '../../../../src/host/export/pdf-tags.ts';

/** Content of page 1; letters are drawn by what has a mark under 100. */
const words = (mark: number): StructKid => ({ kind: 'content', page: 1, stream: null, mark });
const paint = (mark: number): StructKid => words(100 + mark);
const link: StructKid = { kind: 'annotation', number: 9, page: 1 };

function tag(type: string, ...kids: readonly StructKid[]): StructElement {
  return { kind: 'element', type, entries: new Map(), kids };
}

function alt(element: StructElement, text: string): StructElement {
  return { ...element, entries: new Map([['Alt', `(${text})`]]) };
}

/** `Document(H1(1) P(2))` */
function show(kid: StructKid): string {
  if (kid.kind === 'annotation') return 'link';
  if (kid.kind === 'content') return String(kid.mark);
  return `${kid.type}(${kid.kids.map(show).join(' ')})`;
}

function tidied(...kids: readonly StructKid[]): string {
  const { root } = tidyTags(tag('Document', tag('Art', ...kids)), ({ mark }) => mark < 100);
  return show(root).replace(/^Document\(Sect\((.*)\)\)$/, '$1');
}

const box = (...kids: readonly StructKid[]) => tag('NonStruct', ...kids);

describe('tidyTags', () => {
  it('takes away boxes that mean nothing', () =>
    expect(tidied(box(box(tag('H2', box(words(1))), tag('P', box(words(2)), tag('Strong', box(words(3)))))))).toBe(
      'H1(1) P(2 Strong(3))',
    ));

  it('makes words between blocks paragraphs, each box its own', () =>
    expect(tidied(box(box(words(1)), box(words(2))), box(box(words(3)), tag('P', words(4)), box(words(5))))).toBe(
      'P(1 2) P(3) P(4) P(5)',
    ));

  it('gives list items bodies, and lists items', () =>
    expect(
      tidied(
        tag('L', tag('LI', tag('Lbl', paint(1)), box(words(2)), tag('L', tag('LI', box(words(3)))))),
        tag('L', box(tag('P', words(4)))),
      ),
    ).toBe('L(LI(Lbl(101) LBody(P(2) L(LI(LBody(3)))))) L(LI(LBody(P(4))))'));

  it('keeps cells that are empty, and says what a header cell heads', () => {
    const table = tag('Table', paint(1), tag('TR', paint(2), tag('TH', words(1)), tag('TD')));
    expect(tidied(table)).toBe('Table(TR(TH(1) TD()))');
    const { root, decorations } = tidyTags(tag('Document', table), ({ mark }) => mark < 100);
    expect(JSON.stringify([...headerOf(root).entries])).toContain('/Scope /Column');
    expect(decorations.map(({ mark }) => mark)).toEqual([101, 102]);
  });

  it('takes a picture for one thing, and a figure around it for a box', () =>
    expect(
      tidied(
        alt(tag('Figure', paint(1), box(words(1))), 'A map'),
        tag('Figure', alt(tag('Figure', paint(2)), 'B'), tag('Caption', box(words(3)))),
      ),
    ).toBe('Figure(101 1) Figure(102) P(3)'));

  it('describes a picture that has no description', () => {
    const { root } = tidyTags(tag('Document', tag('Figure', paint(1))), () => false);
    expect(root.kids[0]).toMatchObject({
      type: 'Figure',
      entries: new Map([['Alt', expect.stringMatching(/^<FEFF/)]]),
    });
  });

  it('knows a link by what makes it work', () =>
    expect(tidied(tag('P', tag('Link', box(words(1)), link), tag('Link', words(2)), box(words(3), link)))).toBe(
      'P(Link(1 link) Span(2) Link(3 link))',
    ));

  it('numbers headings from 1 and skips no level', () =>
    expect(tidied(...[2, 4, 3, 2, 1, 3, 2].map((level, i) => tag(`H${level}`, words(i))))).toBe(
      'H1(0) H2(1) H2(2) H1(3) H1(4) H2(5) H2(6)',
    ));

  it('keeps the language of words', () => {
    const other = { ...box(words(1)), entries: new Map([['Lang', '(ja)']]) };
    expect(tidied(tag('P', other, box(words(2))))).toBe('P(Span(1) 2)');
  });
});

function headerOf(element: StructElement): StructElement {
  if (element.type === 'TH') return element;
  for (const kid of element.kids) if (kid.kind === 'element') return headerOf(kid);
  throw new Error('There is no header cell');
}
