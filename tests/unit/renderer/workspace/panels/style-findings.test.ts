import { expect, test } from 'vitest';
import { createDeck } from '../../../../../src/core/deck/deck-state.ts';
import { styleFindings } from '../../../../../src/renderer/workspace/panels/style-findings.ts';

const left = { code: 'css-left-out', severity: 'warning', message: '“@import” was left out.' } as const;

test('what is wrong with a style sheet stands at the line that names the sheets', () => {
  const text = '---\ntitle: css\ncss: [house.css, more.css] \n---\n\n# A\n\ncss: none\n';
  const [found] = styleFindings(createDeck(text), [left]);
  expect(found).toMatchObject(left);
  expect(text.slice(found?.from, found?.to)).toBe('css: [house.css, more.css]');
});

test('without such a line it stands at the start', () => {
  expect(styleFindings(createDeck('# A\n\ncss: none\n'), [left])).toEqual([{ ...left, from: 0, to: 0 }]);
  expect(styleFindings(createDeck('# A\n'), [])).toEqual([]);
});
