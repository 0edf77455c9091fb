import { describe, expect, it } from 'vitest';
import { checkStyle, isStyleValue } from '../../../../src/core/markdown/style-values.ts';

describe('isStyleValue', () => {
  it.each([
    'red',
    '1px solid #123',
    'calc((100% - 2em) / 3)',
    '"Inter Variable", sans-serif',
    'repeat(2, minmax(0, 1fr))',
    'translate(1px, 2px) rotate(3deg)',
    'var(--slide-accent)',
    'red !important',
    'polygon(0 0, 100% 0)',
  ])('%j may stay', (value) => {
    expect(isStyleValue(value)).toBe(true);
  });

  it.each([
    'url(a)',
    'URL (a)',
    'u\\72l(a)',
    'image-set("a" 1x)',
    '-webkit-image-set(a)',
    'image("a")',
    'src("a")',
    'cross-fade(a, b)',
    'element(#a)',
    'paint(a)',
    'attr(x)',
    'env(a)',
    'expression(a)',
    'a/**/b',
    'a;b',
    'a{b',
    'a}b',
    '@import',
    '<a',
    'a\u0000',
    '!ie',
    'x'.repeat(2001),
  ])('%j may not', (value) => {
    expect(isStyleValue(value)).toBe(false);
  });
});

describe('checkStyle', () => {
  it('tells what it refused', () => {
    expect(checkStyle('color: red; background: url("a;b"); position: sticky; --x: 1; content: "a"; nonsense')).toEqual({
      style: 'color: red',
      refused: ['background: url("a;b")', 'position: sticky', '--x: 1', 'content: "a"', 'nonsense'],
    });
  });

  it('keeps position for what stays in the slide', () => {
    expect(checkStyle('position: absolute; top: 10px; z-index: 2').style).toBe(
      'position: absolute; top: 10px; z-index: 2',
    );
    expect(checkStyle('position: fi/**/xed; position: FIXED; position: var(--x)').style).toBe('');
  });

  it('knows quotes and brackets from ends', () =>
    expect(checkStyle('quotes: "«" "»"; width: calc(1px + 2px);').style).toBe(
      'quotes: "«" "»"; width: calc(1px + 2px)',
    ));
});
