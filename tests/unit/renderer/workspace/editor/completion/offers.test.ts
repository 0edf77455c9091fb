import { expect, test } from 'vitest';
import { readSettings } from '../../../../../../src/core/deck/deck-settings.ts';
import { readFrontMatter } from '../../../../../../src/core/deck/front-matter-text.ts';
import { checkAttribute } from '../../../../../../src/core/markdown/attributes.ts';
import { attributeOffers } from '../../../../../../src/renderer/workspace/editor/completion/attribute-offers.ts';
import {
  frontMatterOffers,
  revealOffers,
  sourceOffers,
} from '../../../../../../src/renderer/workspace/editor/completion/front-matter-offers.ts';
import { lookDiagnostics } from '../../../../../../src/renderer/slide/deck-look.ts';

const sample = (name: string): string => (/delay|duration|index|start-from/.test(name) ? '1' : 'summary');

test.each(attributeOffers.map((offer) => [offer.label, offer] as const))(
  'the attribute %s and its values pass the dialect’s own checks',
  (name, { values }) => {
    const written =
      values === 'none'
        ? ['']
        : values === 'file'
          ? ['images/a.png']
          : values.length === 0
            ? [name === 'data-line-numbers' ? '1|3-5' : sample(name)]
            : values.map(({ label }) => label);
    for (const value of written) {
      const checked = checkAttribute(name, value);
      expect(checked, `${name}="${value}"`).not.toBeNull();
      if (values !== 'none') expect(checked).toBe(value);
    }
  },
);

test('no attribute is offered twice', () => {
  const names = attributeOffers.map(({ label }) => label);
  expect(new Set(names).size).toBe(names.length);
});

test.each(frontMatterOffers.map((offer) => [offer.label, offer] as const))(
  'the front matter’s %s and its values are settings',
  (key, { values }) => {
    const written = typeof values === 'string' ? [] : values.map(({ label }) => label);
    for (const value of written)
      expect(readFrontMatter(`${key}: ${value}\n`).diagnostics, `${key}: ${value}`).toEqual([]);
    // A key that the settings do not know would be ignored without a word: what does not fit it must be a problem.
    const odd = new Map([['odd', new Map([['odd', new Map()]])]]);
    expect(readSettings(new Map([[key, odd]])).problems, key).not.toEqual([]);
  },
);

test.each(revealOffers.map((offer) => [offer.label, offer] as const))(
  'the option %s and its values may be set',
  (key, { values }) => {
    expect(typeof values).toBe('object');
    for (const { label } of typeof values === 'string' ? [] : values)
      expect(readFrontMatter(`revealOptions:\n  ${key}: ${label}\n`).diagnostics, `${key}: ${label}`).toEqual([]);
  },
);

test('the fields of a source are read', () => {
  const yaml = sourceOffers.map(
    ({ label, values }) => `    ${label}: ${typeof values === 'string' ? 'x' : values[0]?.label}`,
  );
  const { settings } = readFrontMatter(`sources:\n  key:\n${yaml.join('\n')}\n`);
  expect(Object.keys(settings.sources.get('key') ?? {}).toSorted()).toEqual(
    sourceOffers.map(({ label }) => label).toSorted(),
  );
});

test('every theme that is offered is one', () => {
  const values = frontMatterOffers.find(({ label }) => label === 'theme')?.values;
  expect(values?.length).toBeGreaterThan(2);
  for (const { label: theme } of typeof values === 'object' ? values : [])
    expect(lookDiagnostics({ size: { width: 1, height: 1 }, theme })).toEqual([]);
});
