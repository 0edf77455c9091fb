// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { readCodeColours } from '../../../../src/renderer/slide/code-colours.ts';
import { dressCode } from '../../../../src/renderer/slide/code-blocks.ts';
import { parseInert } from '../../../../src/renderer/slide/inert-document.ts';

beforeAll(readCodeColours);

function dressed(html: string): HTMLElement {
  const body = parseInert(html);
  dressCode(body);
  return body;
}
const lines = (code: Element | null): readonly (string | null)[] =>
  [...(code?.children ?? [])].map((line) => line.textContent);

describe('dressCode', () => {
  it('colours a language it knows and leaves the text', () => {
    const code = dressed('<pre><code class="language-js">const a = "&lt;b&gt;";\n</code></pre>').querySelector('code');
    expect(code?.querySelector('.hljs-keyword')?.textContent).toBe('const');
    expect(code?.textContent).toBe('const a = "<b>";\n');
  });

  it('leaves a language it does not know', () => {
    expect(dressed('<pre><code class="language-map">a &lt;b&gt;</code></pre>').querySelector('code')?.innerHTML).toBe(
      'a &lt;b&gt;',
    );
  });

  it('leaves what an author marked up in code', () =>
    expect(dressed('<pre><code class="js">a <b>c</b></code></pre>').querySelector('b')).not.toBeNull());

  it('numbers lines from the first number, comments over several lines too', () => {
    const code = dressed(
      '<pre><code class="language-js" data-line-numbers="" data-ln-start-from="7">/* a\nb */\n\nc\n</code></pre>',
    ).querySelector('code');
    expect(lines(code)).toEqual(['/* a\n', 'b */\n', '\n', 'c\n']);
    expect([...(code?.children ?? [])].map((line) => line.getAttribute('data-line'))).toEqual(['7', '8', '9', '10']);
    expect(code?.querySelectorAll('.hljs-comment')).toHaveLength(2);
    expect(code?.classList.contains('has-highlights')).toBe(false);
  });

  it('makes a fragment for each further step', () => {
    const [first, second, third] = dressed(
      '<pre><code data-line-numbers="1|2-3|" data-fragment-index="4">a\nb\nc</code></pre>',
    ).querySelectorAll('code');
    const lit = (code: Element | undefined): number => code?.querySelectorAll('.highlight-line').length ?? -1;
    expect([lit(first), lit(second), lit(third)]).toEqual([1, 2, 0]);
    expect([first, second, third].map((code) => code?.classList.contains('fragment'))).toEqual([false, true, true]);
    expect([second, third].map((code) => code?.getAttribute('data-fragment-index'))).toEqual(['4', '5']);
    expect([second, third].map((code) => code?.getAttribute('aria-hidden'))).toEqual(['true', 'true']);
  });

  it('takes line numbers from the block, as an element comment sets them', () => {
    expect(
      dressed('<pre data-line-numbers="2"><code>a\nb</code></pre>').querySelectorAll('.highlight-line'),
    ).toHaveLength(1);
  });

  it('trims where asked', () =>
    expect(dressed('<pre><code data-trim>\n\n    a\n      b\n  </code></pre>').querySelector('code')?.textContent).toBe(
      'a\n  b',
    ));
});
