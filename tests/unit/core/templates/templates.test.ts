// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { deckDiagnostics } from '../../../../src/core/checks/deck-diagnostics.ts';
import { deckSettings } from '../../../../src/core/deck/front-matter.ts';
import { slideBody, slideIndex } from '../../../../src/core/deck/slide-index.ts';
import { deckTitle, summarise } from '../../../../src/core/deck/summary.ts';
import { templateText, titleFromName } from '../../../../src/core/templates/template.ts';
import { findTemplate, templates } from '../../../../src/core/templates/templates.ts';
import { lookDiagnostics } from '../../../../src/renderer/slide/deck-look.ts';
import { renderSlide } from '../../../../src/renderer/slide/slide-element.ts';

const render = (body: string) => renderSlide({ body, label: '1', assets: 'http://app.test/deck/1/' });

it('there are five, each with a name of its own', () => {
  expect(templates.map(({ name }) => name)).toEqual([
    'decision-brief',
    'capability-brief',
    'situation-update',
    'after-action',
    'blank',
  ]);
  expect(findTemplate('after-action')?.label).toBe('Exercise after-action');
  expect(findTemplate('other')).toBeUndefined();
});

describe.each(templates)('$name', (template) => {
  const state = createDeck(templateText(template));
  const { settings } = deckSettings(state);
  const bodies = slideIndex(state).slides.map((slide) => slideBody(state, slide));

  it('opens without a complaint, and every slide is drawn', () => {
    expect(deckDiagnostics(state)).toEqual([]);
    expect(lookDiagnostics(settings)).toEqual([]);
    for (const body of bodies) {
      const { section, notes, diagnostics } = render(body);
      expect(diagnostics).toEqual([]);
      expect(section.querySelector('h1, h2')?.textContent).not.toBe('');
      expect(notes).not.toBe('');
    }
  });

  it('has a plan that fits its minutes, and names for its slides', () => {
    const shown = summarise(state).filter(({ hidden }) => !hidden);
    const planned = shown.reduce((sum, { timing }) => sum + (timing ?? 0), 0) / 60;
    expect(planned).toBeLessThanOrEqual(settings.minutes ?? 0);
    if (template.name === 'blank') return;
    expect(planned).toBeGreaterThan((settings.minutes ?? 0) * 0.8);
    expect(shown.every(({ id, timing }) => id !== null && timing !== null)).toBe(true);
    expect(settings.sources.size).toBeGreaterThan(0);
  });

  it('says in brackets what is to be replaced, and leaves no place open', () => {
    expect(deckTitle(state)).toBe(template.placeholder);
    expect(template.placeholder).toMatch(/^\[.+\]$/);
    expect(templateText(template)).not.toMatch(/%\w+%/);
    expect(render(bodies[0] ?? '').section.querySelector('h1')?.textContent).toBe(template.placeholder);
    // Brackets that Markdown takes for a link or a footnote would vanish from the slide.
    for (const body of bodies) expect(render(body).section.querySelector('a, sup')).toBeNull();
  });

  it('takes any title as it is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (written) => {
        const title = written.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, '');
        const named = createDeck(templateText(template, title));
        const said = title.replace(/\s+/g, ' ').trim();
        expect(deckTitle(named)).toBe(said === '' ? template.placeholder : said);
        expect(deckDiagnostics(named)).toEqual([]);
        const [first] = slideIndex(named).slides;
        const heading = first && render(slideBody(named, first)).section.querySelector('h1')?.textContent;
        expect(heading).toBe(said === '' ? template.placeholder : said);
      }),
    );
  });
});

it.each([
  ['harbour-brief.md', 'Harbour brief'],
  ['Weekly_update', 'Weekly update'],
  ['演習.markdown', '演習'],
  ['F-35 update.md', 'F-35 update'],
  ['iPad plan', 'iPad plan'],
])('a title of the name %s', (name, title) => expect(titleFromName(name)).toBe(title));
