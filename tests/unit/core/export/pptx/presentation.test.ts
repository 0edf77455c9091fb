import { describe, expect, it } from 'vitest';
import type { DrawnPart, TablePart } from '../../../../../src/core/export/drawn-deck.ts';
import { elements, expectWholePackage, parseXml } from './package-checks.ts';
import { paragraph, presentationOf, run, slide, textPart, theme } from './sample-deck.ts';

const title = textPart('title', [
  paragraph([run('Bottom line', { size: 55.04, colour: '#ffffff', bold: true, heading: true })], { lineHeight: 1.12 }),
]);
const bullet = { kind: 'bullet', character: '•', colour: theme.accent } as const;
const body = textPart('body', [
  paragraph([run('Plain '), run('bold', { bold: true }), run(' '), run('code', { code: true })], {
    marker: bullet,
    indent: 36.8,
    hang: 24,
  }),
  paragraph([run('Nested', { size: 28.16 })], { level: 1, marker: bullet, indent: 69, hang: 21 }),
]);
const link = { kind: 'web', address: 'https://example.org/?a=1&b="2"' } as const;

function slideXml(parts: readonly DrawnPart[], rest = {}): Document {
  return parseXml(presentationOf([slide(parts, rest)]).get('ppt/slides/slide1.xml') ?? '');
}

describe('presentationParts', () => {
  it('makes a package in which everything that is named is there', () => {
    const parts = presentationOf([
      slide([title, body], { notes: [paragraph([run('Say this')])] }),
      slide([textPart('text', [paragraph([run('A link', { link })])])], { number: 2, label: '2' }),
    ]);
    expectWholePackage(parts);
    expect([...parts.keys()][0]).toBe('[Content_Types].xml');
  });

  it('gives the same parts for the same drawing', () => {
    expect([...presentationOf([slide([title, body])])]).toEqual([...presentationOf([slide([title, body])])]);
  });

  it('puts the title and the text into placeholders, and says nothing that the master says already', () => {
    const xml = slideXml([title, body]);
    const kinds = elements(xml, 'ph').map((one) => one.getAttribute('type') ?? one.getAttribute('idx'));
    expect(kinds).toEqual(['title', '1', 'sldNum']);
    const first = elements(xml, 'p')[0];
    expect(first?.querySelector('*|rPr')?.getAttribute('sz')).toBeNull();
    expect(first?.querySelector('*|rPr')?.getAttribute('b')).toBeNull();
    const second = elements(xml, 'p')[1];
    expect(elements(second ?? xml, 'buNone')).toEqual([]);
    expect(elements(second ?? xml, 'r').map((one) => one.textContent)).toEqual(['Plain ', 'bold', ' ', 'code']);
    expect(elements(xml, 'pPr').map((one) => one.getAttribute('lvl'))).toContain('1');
  });

  it('gives two columns two placeholders, and takes text below the first for no column', () => {
    const right = { ...body, box: { ...body.box, x: 640 } };
    expect(elements(slideXml([title, body, right]), 'ph').map((one) => one.getAttribute('idx'))).toEqual([
      null,
      '1',
      '2',
      '12',
    ]);
    const below = { ...body, box: { ...body.box, y: 400 } };
    expect(elements(slideXml([title, body, below]), 'ph')).toHaveLength(3);
  });

  it('makes tables tables, with header row, spans and lines', () => {
    const cell = (text: string, rest = {}) => ({
      paragraphs: [paragraph([run(text)])],
      columns: 1,
      rows: 1,
      inset: [1, 2, 3, 4] as const,
      anchor: 'top' as const,
      fill: null,
      rule: { width: 2, colour: theme.rule },
      ...rest,
    });
    const table: TablePart = {
      kind: 'table',
      box: { x: 0, y: 0, width: 300, height: 90 },
      columns: [100, 100, 100],
      rows: [
        { height: 30, cells: [cell('A', { columns: 2, rows: 2 }), null, cell('B')] },
        { height: 30, cells: [null, null, cell('C')] },
      ],
      hasHeader: true,
      hasRowHeaders: false,
      label: 'A, B',
    };
    const xml = slideXml([table]);
    expect(elements(xml, 'tblPr')[0]?.getAttribute('firstRow')).toBe('1');
    expect(elements(xml, 'gridCol')).toHaveLength(3);
    const merges = elements(xml, 'tc').map((one) =>
      ['gridSpan', 'rowSpan', 'hMerge', 'vMerge'].flatMap((name) =>
        one.hasAttribute(name) ? [`${name}=${one.getAttribute(name) ?? ''}`] : [],
      ),
    );
    expect(merges).toEqual([['gridSpan=2', 'rowSpan=2'], ['hMerge=1'], [], ['vMerge=1'], ['hMerge=1', 'vMerge=1'], []]);
    expect(elements(xml, 'cNvPr').map((one) => one.getAttribute('descr'))).toContain('A, B');
  });

  it('hides hidden slides, keeps planned times without advancing by them, and numbers as people do', () => {
    const parts = presentationOf([slide([title]), slide([title], { number: 3, label: '1.1' })], {
      slides: [
        { drawn: slide([title]), isHidden: true, timing: 90 },
        { drawn: slide([title], { number: 3, label: '1.1' }), isHidden: false, timing: null },
      ],
    });
    const first = parseXml(parts.get('ppt/slides/slide1.xml') ?? '');
    expect(first.documentElement.getAttribute('show')).toBe('0');
    expect(elements(first, 'transition')[0]?.getAttribute('advTm')).toBe('90000');
    expect(parts.get('ppt/presProps.xml')).toContain('useTimings="0"');
    expect(elements(first, 'fld')).toHaveLength(1);
    const second = parseXml(parts.get('ppt/slides/slide2.xml') ?? '');
    expect(elements(second, 'fld')).toEqual([]);
    expect(second.documentElement.textContent).toContain('1.1');
  });

  it('leads links to slides that are there, and leaves the words of others', () => {
    const to = (number: number) => run(`to ${number}`, { link: { kind: 'slide', number } });
    const parts = presentationOf([
      slide([textPart('text', [paragraph([to(2), to(9)])])]),
      slide([], { number: 2, label: '2' }),
    ]);
    const xml = parseXml(parts.get('ppt/slides/slide1.xml') ?? '');
    expect(elements(xml, 'hlinkClick').map((one) => one.getAttribute('action'))).toEqual(['ppaction://hlinksldjump']);
    expect(xml.documentElement.textContent).toContain('to 9');
    expectWholePackage(parts);
  });

  it('says what pictures show, and of which ones that they are decoration', () => {
    const picture = (alternative: string): DrawnPart => ({
      kind: 'picture',
      box: { x: 0, y: 0, width: 10, height: 10 },
      source: { kind: 'file', path: 'a.svg', as: 0 },
      alternative,
      crop: [0, 0.25, 0, 0.25],
      link: null,
    });
    const parts = presentationOf([slide([picture('A map'), picture('')])], {
      media: () => ({ name: 'image1.png', vector: 'image2.svg' }),
    });
    expectWholePackage(parts, ['ppt/media/image1.png', 'ppt/media/image2.svg']);
    const xml = parseXml(parts.get('ppt/slides/slide1.xml') ?? '');
    const [first, second] = elements(xml, 'pic');
    expect(first?.querySelector('*|cNvPr')?.getAttribute('descr')).toBe('A map');
    expect(elements(first ?? xml, 'decorative')).toEqual([]);
    expect(elements(second ?? xml, 'decorative')).toHaveLength(1);
    expect(elements(xml, 'svgBlip')).toHaveLength(2);
    expect(elements(xml, 'srcRect')[0]?.getAttribute('l')).toBe('25000');
  });

  it('leaves out what XML cannot hold, and escapes the rest', () => {
    const xml = slideXml([textPart('text', [paragraph([run('a\u0000\u000B\uD800b <&"> 𠮟')])])]);
    expect(elements(xml, 't').map((one) => one.textContent)[0]).toBe('ab <&"> 𠮟');
  });

  it('turns the roles of dark and light around on a dark theme, and not on a light one', () => {
    const master = (isDark: boolean) =>
      presentationOf([slide([])], {}, { theme: { ...theme, isDark } }).get('ppt/slideMasters/slideMaster1.xml') ?? '';
    expect(master(true)).toContain('bg1="dk1" tx1="lt1"');
    expect(master(false)).toContain('bg1="lt1" tx1="dk1"');
  });

  it('keeps slides that are larger than any presentation within what PowerPoint opens', () => {
    const parts = presentationOf([slide([title])], {}, { width: 10_000, height: 5000 });
    expect(parts.get('ppt/presentation.xml')).toContain('<p:sldSz cx="51206400" cy="25603200"/>');
  });
});
