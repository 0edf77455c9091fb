import { describe, expect, it } from 'vitest';
import { checkAttribute, dataAttributes, isAllowedAttribute } from '../../../../src/core/markdown/attributes.ts';

/** What each attribute may hold and what it may not. */
const cases: Readonly<Record<string, { readonly kept: readonly string[]; readonly dropped: readonly string[] }>> = {
  id: { kept: ['a', '反応', 'x-1'], dropped: ['', 'a b', 'a"b', 'a<b'] },
  class: { kept: ['fragment fade-up', 'r-stretch'], dropped: ['', 'reveal', 'stack', 'a:b'] },
  style: { kept: ['color: red', 'width: calc(50% - 1em)'], dropped: ['position: fixed', 'background: url(a)', 'x'] },
  lang: { kept: ['ja', 'zh-Hant-TW'], dropped: ['j', 'en"', 'en us'] },
  dir: { kept: ['rtl'], dropped: ['up', ''] },
  title: { kept: ['A “title”', ''], dropped: ['a\u0000b'] },
  'aria-label': { kept: ['Map'], dropped: ['a\u0001'] },
  'data-background': {
    kept: ['#123', 'images/a.png', 'linear-gradient(red, blue)'],
    dropped: ['http://a/b.png', 'url(a.png)', '//a/b.png', 'javascript:a.png'],
  },
  'data-background-color': {
    kept: ['rgb(1 2 3 / 50%)', 'aquamarine'],
    dropped: ['red; position: fixed', 'url(a)', 'red}'],
  },
  'data-background-gradient': {
    kept: ['radial-gradient(circle, #111, #222)'],
    dropped: ['image-set("a" 1x)', 'linear-gradient(red, url(//a))'],
  },
  'data-background-image': {
    kept: ['a.png', 'a.png, images/b.jpg', 'data:image/png;base64,AAAA'],
    dropped: ['https://a/b', '//a', '\\\\a\\b', '../a.png', 'data:text/html,a', 'data:image/png,a),url(//b', ''],
  },
  'data-background-opacity': { kept: ['0.5', '1', '.25'], dropped: ['2', '-1', 'a'] },
  'data-background-position': { kept: ['50% 20px', 'top left'], dropped: ['url(a)'] },
  'data-background-repeat': { kept: ['no-repeat'], dropped: ['}'] },
  'data-background-size': { kept: ['contain', '200px auto'], dropped: ['expression(a)'] },
  'data-background-video': { kept: ['a.mp4,a.webm'], dropped: ['https://a/b.mp4', 'data:video/mp4,a', 'blob:a'] },
  'data-transition': { kept: ['fade', 'slide-in fade-out'], dropped: ['a', 'fade;'] },
  'data-transition-speed': { kept: ['fast'], dropped: ['quick'] },
  'data-visibility': { kept: ['hidden', 'uncounted'], dropped: ['visible', ''] },
  'data-state': { kept: ['dimmed alert'], dropped: ['a<b', 'a.b'] },
  'data-autoslide': { kept: ['2000'], dropped: ['-1', '1e9'] },
  'data-timing': { kept: ['90'], dropped: ['1:30'] },
  'data-marking': { kept: ['TLP:AMBER+STRICT'], dropped: [] },
  'data-auto-animate-easing': {
    kept: ['ease-in', 'cubic-bezier(0.5, 0, 0.2, 1.2)'],
    dropped: ['ease} * {color: red', 'url(a)', 'cubic-bezier(1)'],
  },
  'data-auto-animate-duration': { kept: ['0.5'], dropped: ['a', '-1'] },
  'data-auto-animate-id': { kept: ['one'], dropped: ['"]'] },
  'data-id': { kept: ['box'], dropped: ['a"]'] },
  'data-fragment-index': { kept: ['3'], dropped: ['a'] },
  'data-line-numbers': { kept: ['1|3-6,8', ''], dropped: ['a'] },
  'data-src': { kept: ['a.png'], dropped: ['javascript:a', 'https://a'] },
  'data-preview-image': { kept: ['', 'a.png'], dropped: ['https://a/b.png'] },
};

/** What a deck may never set. */
const forbidden = [
  'onclick',
  'onload',
  'src',
  'href',
  'srcdoc',
  'srcset',
  'name',
  'is',
  'slot',
  'contenteditable',
  'data-background-iframe',
  'data-preview-link',
  'data-markdown',
  'data-template',
  'data-separator',
  'formaction',
  'xlink:href',
  'aria-',
  'aria-"',
  'data-',
  '__proto__',
  'constructor',
];

describe('checkAttribute', () => {
  for (const [name, { kept, dropped }] of Object.entries(cases)) {
    it.each(kept)(`${name} may be %j`, (value) => expect(checkAttribute(name, value)).not.toBeNull());
    it.each(dropped)(`${name} may not be %j`, (value) => expect(checkAttribute(name, value)).toBeNull());
  }

  it.each(forbidden)('%s is not on the list', (name) => {
    expect(isAllowedAttribute(name)).toBe(false);
    expect(checkAttribute(name, '')).toBeNull();
  });

  it('keeps the classes that may stay', () =>
    expect(checkAttribute('class', 'stack a present ui-dialog b ink-layer')).toBe('a b'));

  it('keeps the declarations that may stay', () => {
    expect(checkAttribute('style', 'color: red; position: fixed; WIDTH: 50%; behavior: url(a)')).toBe(
      'color: red; width: 50%',
    );
  });

  it('has a check for reveal.js’s attributes, and none that reaches the network', () => {
    expect(dataAttributes).toContain('data-background-gradient');
    for (const name of dataAttributes) {
      if (/background(?:-image|-video)?$|src$|preview-(?:image|video)$/.test(name))
        expect(checkAttribute(name, 'https://example.org/a.png')).toBeNull();
    }
  });
});
