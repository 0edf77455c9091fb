// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { linkTarget } from '../../../../src/renderer/slide/links.ts';
import { renderSlide } from '../../../../src/renderer/slide/slide-element.ts';

function target(markdown: string): unknown {
  const anchor = renderSlide({ body: markdown, label: '1', assets: 'http://app.test/deck/1/' }).section.querySelector(
    'a',
  );
  return anchor === null ? undefined : linkTarget(anchor);
}

describe('linkTarget', () => {
  it.each([
    ['[a](#/2/1)', { kind: 'place', h: 2, v: 1 }],
    ['[a](#/2)', { kind: 'place', h: 2, v: 0 }],
    ['[a](#)', { kind: 'place', h: 0, v: 0 }],
    ['[a](#/summary)', { kind: 'element', id: 'user-content-summary' }],
    ['[a](#要約)', { kind: 'element', id: 'user-content-要約' }],
    ['<a href="#/%">a</a>', { kind: 'element', id: 'user-content-%' }],
    ['[a](https://example.org/)', { kind: 'web', href: 'https://example.org/' }],
    ['[a](mailto:a@example.org)', { kind: 'web', href: 'mailto:a@example.org' }],
    ['[a](papers/b.pdf)', { kind: 'file', path: 'papers/b.pdf', href: 'http://app.test/deck/1/papers/b.pdf' }],
    ['<a>a</a>', null],
  ])('%s', (markdown, expected) => expect(target(markdown)).toEqual(expected));
});
