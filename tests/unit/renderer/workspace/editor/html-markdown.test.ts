// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../../../../src/renderer/workspace/editor/html-markdown.ts';

test.each([
  [
    '<table><tr><th>A</th><th>日本</th></tr><tr><td colspan="2">x|y</td></tr></table>',
    '| A    | 日本 |\n| ---- | ---- |\n| x\\|y |      |',
  ],
  ['<h2>Head <i>line</i></h2><p>One<br>two</p>', '## Head *line*\n\nOne\ntwo'],
  ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
  ['<ol><li><p>a</p></li><li>b</li></ol>', '1. a\n2. b'],
  [
    '<p>see <a href="https://example.org/x">this</a> and <a href="javascript:x()">that</a></p>',
    'see [this](https://example.org/x) and that',
  ],
  ['<b style="font-weight:normal"><p>plain <b>bold </b>end</p></b>', 'plain **bold** end'],
  [
    '<p><b>x</b></p><p>---</p><p># no</p><p>Note: no</p><p>1. no</p>',
    '**x**\n\n\\---\n\n\\# no\n\nNote\\: no\n\n1\\. no',
  ],
  ['<p><b>a*b_c[d]</b> snake_case</p>', '**a\\*b_c\\[d\\]** snake_case'],
  ['<b>x</b><script>alert(1)</script><style>p{}</style><img src=x onerror=alert(1)>', '**x**'],
])('%s becomes Markdown', (html, markdown) => {
  expect(htmlToMarkdown(html)).toBe(markdown);
});

test.each(['<p>only words</p>', '<div style="white-space: pre"><b>code</b></div>', ''])(
  '%j is pasted as its text',
  (html) => {
    expect(htmlToMarkdown(html)).toBeNull();
  },
);
