import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../../src/core/markdown/markdown.ts';
import { textFixtures } from './text-fixtures.ts';

describe.each([
  'autolinks.txt',
  'columns.txt',
  'comments.txt',
  'footnotes.txt',
  'gfm.txt',
  'line-steps.txt',
  'task-lists.txt',
])('%s', (file) => {
  it.each(textFixtures(file))('$name', ({ input, expected }) => {
    expect(renderMarkdown(input)).toBe(expected);
  });
});

describe('renderMarkdown', () => {
  it('keeps the footnotes of two slides apart by their scope', () => {
    const source = 'a[^1]\n\n[^1]: b\n';
    expect(renderMarkdown(source, { scope: '3' })).toContain('id="fn-3-1"');
    expect(renderMarkdown(source, { scope: '4' })).toContain('href="#fn-4-1"');
  });

  it('keeps nothing from one call to the next', () => {
    renderMarkdown('[^1]: b\n\n[a]: x\n');
    expect(renderMarkdown('a[^1] [a]')).toBe('<p>a[^1] [a]</p>\n');
  });

  it('is quick on input made to be slow', () => {
    const slow = [
      `${'['.repeat(5000)}a`,
      `${'*a '.repeat(5000)}`,
      `${'::: columns\n'.repeat(2000)}`,
      `${'> '.repeat(2000)}a`,
      `${'[^1]: '.repeat(3000)}`,
      `${'`'.repeat(5000)}a`,
      `www.${'a.'.repeat(5000)}`,
      `${'- [ ] a\n'.repeat(3000)}`,
    ];
    for (const source of slow) {
      const start = performance.now();
      renderMarkdown(source);
      expect(performance.now() - start).toBeLessThan(3000);
    }
  });
});
