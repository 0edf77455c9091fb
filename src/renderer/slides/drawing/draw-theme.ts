import type { DrawnTheme } from '../../../core/export/drawn-deck.ts';
import { findTheme } from '../../../core/deck/themes.ts';
import { type DeckLook, dressInLook } from '../../slide/deck-look.ts';
import { hexColour } from './colours.ts';

/** Multiples of the text’s size, as in the look’s style sheet: the title of a slide, and that of a title slide. */
const titleScale = 1.72;
const coverScale = 2.4;

const boldHeadings = 600;

/** A look’s colours, fonts and sizes, as the browser computes them. */
export function drawTheme(look: DeckLook): DrawnTheme {
  const probe = document.createElement('div');
  dressInLook(probe, look);
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const value = (name: string, otherwise = ''): string => style.getPropertyValue(name).trim() || otherwise;
  const colour = (name: string): string => {
    probe.style.color = `var(${name})`;
    return hexColour(style.color);
  };
  const backdrop = value('--slide-backdrop', 'none');
  const gradient = /^radial-gradient\((.+),([^,]+)\)$/.exec(backdrop);
  const scheme = findTheme(look.theme);
  const size = (look.height / 22.5) * Number(value('--slide-text-scale', '1'));
  const headingScale = Number(value('--slide-heading-scale', '1'));
  const textFont = value('--slide-font', 'Inter');
  const theme: DrawnTheme = {
    name: scheme?.label ?? look.theme,
    isDark: scheme?.scheme !== 'light',
    ground: colour('--slide-ground'),
    backdrop: gradient === null ? null : [hexColour(gradient[1]?.trim() ?? ''), hexColour(gradient[2]?.trim() ?? '')],
    text: colour('--slide-text'),
    heading: colour('--slide-heading'),
    muted: colour('--slide-muted'),
    faint: colour('--slide-faint'),
    accent: colour('--slide-accent'),
    link: colour('--slide-link'),
    rule: colour('--slide-rule'),
    panel: colour('--slide-panel'),
    code: ['keyword', 'string', 'number', 'title', 'type'].map((name) => colour(`--code-${name}`)),
    textFont: firstFamily(textFont),
    headingFont: firstFamily(value('--slide-heading-font', textFont)),
    codeFont: 'JetBrains Mono',
    size,
    titleSize: titleScale * headingScale * size,
    coverSize: coverScale * headingScale * size,
    headingIsBold: Number(value('--slide-heading-weight', '650')) >= boldHeadings,
    headingIsUpperCase: value('--slide-heading-case', 'none') === 'uppercase',
    footer: look.footer ?? '',
  };
  probe.remove();
  return theme;
}

function firstFamily(list: string): string {
  return (list.split(',')[0] ?? '').replace(/["']/g, '').trim();
}
