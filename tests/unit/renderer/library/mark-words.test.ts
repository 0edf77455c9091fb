// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { markWords } from '../../../../src/renderer/library/mark-words.ts';

function marked(html: string, words: readonly string[]): string {
  const frame = document.createElement('div');
  frame.innerHTML = `<section>${html}</section>`;
  const text = frame.textContent;
  markWords(frame, words);
  expect(frame.textContent).toBe(text);
  return (frame.querySelector('section')?.innerHTML ?? '').replaceAll(/<mark class="ui-mark">(.*?)<\/mark>/g, '[$1]');
}

test.each<[string, readonly string[], string]>([
  ['<h2>A needle, needles</h2>', ['needle'], '<h2>A [needle], needles</h2>'],
  ['<p>B-52H and <b>52H</b></p>', ['B-52H', '52H'], '<p>[B-52H] and <b>[52H]</b></p>'],
  ['<p>日米共同訓練</p>', ['共同'], '<p>日米[共同]訓練</p>'],
  ['<p>a (b) c</p>', ['(b)'], '<p>a [(b)] c</p>'],
  ['<p>one</p>', [], '<p>one</p>'],
  ['<p>one</p>', ['', ' '], '<p>one</p>'],
  [
    '<svg><text>one</text></svg><div class="slide-foot">one</div><p>one</p>',
    ['one'],
    '<svg><text>one</text></svg><div class="slide-foot">one</div><p>[one]</p>',
  ],
])('%s', (html, words, expected) => expect(marked(html, words)).toBe(expected));
