import type {
  DrawnDeck,
  DrawnParagraph,
  DrawnPart,
  DrawnRun,
  DrawnSlide,
  DrawnTheme,
  TextPart,
} from '../../../../../src/core/export/drawn-deck.ts';
import { type PresentationOrder, presentationParts } from '../../../../../src/core/export/pptx/presentation.ts';

export const theme: DrawnTheme = {
  name: 'Lectern dark',
  isDark: true,
  ground: '#0e141d',
  backdrop: null,
  text: '#f3f6fa',
  heading: '#ffffff',
  muted: '#b7c4d3',
  faint: '#95a6b9',
  accent: '#f0ad45',
  link: '#86c3f8',
  rule: '#35445a',
  panel: '#1a2432',
  code: ['#ff9d8a', '#a5d6a0', '#f3c173', '#8ec8ff', '#d3b4ff'],
  textFont: 'Inter',
  headingFont: 'Inter',
  codeFont: 'JetBrains Mono',
  size: 32,
  titleSize: 55.04,
  coverSize: 76.8,
  headingIsBold: true,
  headingIsUpperCase: false,
  footer: '',
};

export function run(text: string, look: Partial<DrawnRun> = {}): DrawnRun {
  return { text, size: 32, colour: theme.text, ...look };
}

export function paragraph(runs: readonly DrawnRun[], rest: Partial<DrawnParagraph> = {}): DrawnParagraph {
  return {
    runs,
    level: 0,
    marker: null,
    align: 'start',
    isRightToLeft: false,
    indent: 0,
    hang: 0,
    before: 0,
    lineHeight: 1.35,
    ...rest,
  };
}

export function textPart(role: TextPart['role'], paragraphs: readonly DrawnParagraph[], x = 70): TextPart {
  const box = { x, y: 100, width: 500, height: 50 };
  return { kind: 'text', role, box, inset: [0, 0, 0, 0], fill: null, paragraphs };
}

export function slide(parts: readonly DrawnPart[], rest: Partial<DrawnSlide> = {}): DrawnSlide {
  return { number: 1, label: '1', background: null, parts, notes: [], ...rest };
}

/** The parts of a presentation of these slides. */
export function presentationOf(
  slides: readonly DrawnSlide[],
  rest: Partial<PresentationOrder> = {},
  drawn: Partial<DrawnDeck> = {},
): ReadonlyMap<string, string> {
  const drawing: DrawnDeck = {
    title: 'A & B',
    lang: 'en',
    isRightToLeft: false,
    width: 1280,
    height: 720,
    theme,
    redrawn: [],
    slides,
    ...drawn,
  };
  return presentationParts({
    drawing,
    slides: slides.map((one) => ({ drawn: one, isHidden: false, timing: null })),
    properties: {
      title: 'A & B',
      author: 'Ada',
      subject: '',
      lang: 'en',
      created: new Date(0),
      producer: 'Lectern 1',
    },
    media: () => null,
    ...rest,
  });
}
