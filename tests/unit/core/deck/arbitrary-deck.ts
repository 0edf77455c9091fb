import fc from 'fast-check';

// Bodies with everything that has ever fooled a slide splitter.
const bodies = [
  '# Title\n\nText with *marks*.',
  '',
  'Just one line',
  'A setext heading\n---\n\nand text under it',
  'Another\n===',
  '```js [1|2-3]\nconst a = 1;\n\n---\n\nconst b = 2;\n```',
  '~~~~\n---\n\n```\n\n--\n~~~~',
  '- item\n  ```\n  code\n\n  ---\n  ```\n- item 2',
  '1. one\n\n   ```\n   x\n   ```\n2. two',
  '<!-- a comment\n\n---\n\nthat holds a break -->',
  '<!-- .slide: data-background="#123" id="x" -->\n## 日本語の見出し\n\n中国語 防衛省 😀🇯🇵',
  '<pre>\n\n---\n\n</pre>\n\ntext',
  '<div>\n```\nnot a fence\n</div>',
  '> quote\n> ---\n> more\n\nafter',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  'text\n\nNote:\nsay this\n\n```\n---\n```',
  '- a\n- b <!-- .element: class="fragment" -->\n\n    indented code\n    ---',
  '    ---\n    indented',
  '-----\n\nfive dashes and a rule',
  ' ---\n\nan indented rule',
  '::: columns\n::: column\nleft\n:::\n:::',
  '`<!-- .slide: id="no" -->`',
  '- - ```\n    nested\n    ```',
  '<script>\n\n---\n</script>',
] as const;

const gaps = [
  '\n\n---\n\n',
  '\n\n--\n\n',
  '\n\n----\n\n',
  '\n\n---\n',
  '\n\n\n---  \n\n\n',
  '\n \n--\t\n',
  '\n\n---\n---\n\n',
  '\n\n---\n\n--\n\n',
] as const;

const heads = [
  '',
  '\n',
  '\uFEFF',
  '---\ntitle: A deck # kept\nx: 1\n---\n',
  '---\ntitle: B\n---\n\n',
  '\uFEFF---\ntitle: C\n---\n',
] as const;
const tails = ['', '\n', '\n\n', '  '] as const;
const unclosed = ['', '', '', '```\nnever closed\n\n---\n', '<!-- open\n\n--'] as const;

/** Changes line ends: all CRLF, all LF, or any mixture of LF, CRLF. */
function withLineEnds(text: string, kind: 'lf' | 'crlf' | 'mixed', picks: readonly boolean[]): string {
  let at = 0;
  return text.replaceAll('\n', () =>
    kind === 'crlf' || (kind === 'mixed' && picks[at++ % picks.length] === true) ? '\r\n' : '\n',
  );
}

/** The text of a random deck, as a file may hold it. */
export const deckText: fc.Arbitrary<string> = fc
  .record({
    head: fc.constantFrom(...heads),
    slides: fc.array(fc.tuple(fc.constantFrom(...bodies), fc.constantFrom(...gaps)), { minLength: 1, maxLength: 8 }),
    last: fc.constantFrom(...unclosed),
    tail: fc.constantFrom(...tails),
    ends: fc.constantFrom('lf', 'lf', 'crlf', 'mixed'),
    picks: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
  })
  .map(({ head, slides, last, tail, ends, picks }) => {
    const body = slides.map(([text, gap], i) => text + (i < slides.length - 1 || last !== '' ? gap : '')).join('');
    return withLineEnds(head + body + last + tail, ends as 'lf' | 'crlf' | 'mixed', picks);
  });

/** Snippets that people type, paste or delete around breaks. */
export const typed: fc.Arbitrary<string> = fc.constantFrom(
  '',
  '\n',
  '---',
  '\n\n---\n\n',
  '\n\n--\n\n',
  '```',
  '\n```\n',
  '<!--',
  '-->',
  '#',
  'word ',
  '- ',
  '\n\n',
  '日本',
  '😀',
  '---\n',
  '<div>',
  '  ',
  '=',
);
