import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Theme, themes } from '../../../../src/core/deck/themes.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');

/** The custom properties that a style sheet sets, by the first rule that has them. */
function properties(css: string, prefix: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', value = ''] of css.matchAll(new RegExp(`(${prefix}[a-z0-9-]*):([^;}]*)`, 'g')))
    if (!found.has(name)) found.set(name, value.trim());
  return found;
}

const isHouse = ({ name }: Theme): boolean => name.startsWith('lectern-');
const tokens = (theme: Theme): ReadonlyMap<string, string> =>
  new Map([
    ...properties(read(`src/renderer/slide/themes/${theme.scheme}.css`), '--slide-'),
    ...(isHouse(theme) ? [] : properties(read(`src/renderer/slide/themes/reveal/${theme.name}.css`), '--slide-')),
  ]);
const reveal = (theme: Theme): ReadonlyMap<string, string> =>
  properties(read(`node_modules/reveal.js/dist/theme/${theme.name}.css`), '--r-');

const channels = (color: string): readonly number[] => {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color)?.[1];
  if (hex === undefined) throw new Error(`${color} is not a plain hex colour`);
  const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex;
  return [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16));
};

/** WCAG's relative luminance. */
const luminance = (color: string): number => {
  const [r = 0, g = 0, b = 0] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

/** Every colour that text can stand on: the ground, and the stops of a gradient over it. */
const grounds = (set: ReadonlyMap<string, string>): readonly string[] => [
  set.get('--slide-ground') ?? '',
  ...(set.get('--slide-backdrop')?.match(/#[0-9a-f]{3,6}\b/gi) ?? []),
];

it('has an entry for every theme in the package of reveal.js', () => {
  const packaged = readdirSync(`${root}node_modules/reveal.js/dist/theme`)
    .filter((file) => file.endsWith('.css'))
    .map((file) => file.slice(0, -4));
  expect(packaged.length).toBeGreaterThan(10);
  expect(themes.filter((theme) => !isHouse(theme)).map(({ name }) => name)).toEqual(packaged.toSorted());
});

describe.each(themes)('$name', (theme) => {
  const set = tokens(theme);
  const least = isHouse(theme) ? 4.5 : 3;
  const ink = ['--slide-text', '--slide-heading', '--slide-link', '--slide-accent'];
  const shades = isHouse(theme) ? ['--slide-muted', '--slide-faint', '--slide-bad'] : [];

  it.each([...ink, ...shades])(`%s stands out against every ground by ${least} or more`, (name) => {
    for (const ground of grounds(set)) expect(contrast(set.get(name) ?? '', ground)).toBeGreaterThanOrEqual(least);
  });

  it('is as dark or light as it says', () =>
    expect(luminance(set.get('--slide-ground') ?? '') < 0.2).toBe(theme.scheme === 'dark'));
});

describe.each(themes.filter((theme) => !isHouse(theme)))('$name', (theme) => {
  const [ours, theirs] = [tokens(theme), reveal(theme)];

  it('has reveal.js’s colours', () => {
    expect(ours.get('--slide-ground')).toBe(theirs.get('--r-background-color'));
    expect(ours.get('--slide-text')).toBe(theirs.get('--r-main-color'));
    expect(ours.get('--slide-heading')).toBe(theirs.get('--r-heading-color'));
    // Two of its links cannot be read on their grounds: its own lighter and darker shades of them can.
    const shade: Readonly<Record<string, string>> = { blood: '-hover', sky: '-dark' };
    const link = `--r-link-color${shade[theme.name] ?? ''}`;
    expect(ours.get('--slide-link')).toBe(theirs.get(link));
  });

  it('has its own fonts bundled, but for those of the machine', () => {
    const first = (list = ''): string => (list.split(',')[0] ?? '').replace(/['"]/g, '').trim();
    const expected = { dracula: 'Inter' }[theme.name as string];
    const family = (name: string): string =>
      expected ?? first(theirs.get(name)).replace('Source Sans Pro', 'Source Sans 3');
    expect(first(ours.get('--slide-font'))).toBe(family('--r-main-font'));
    expect(first(ours.get('--slide-heading-font') ?? ours.get('--slide-font'))).toBe(family('--r-heading-font'));
    if (theme.name === 'serif') return;
    const imported = read('src/renderer/slide/fonts.css') + read('src/renderer/slide/theme-fonts.css');
    for (const name of [ours.get('--slide-font'), ours.get('--slide-heading-font')]) {
      if (name === undefined) continue;
      expect(imported).toContain(`@fontsource/${first(name).toLowerCase().replaceAll(' ', '-')}/`);
    }
  });
});
