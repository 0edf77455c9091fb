// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderSlide } from '../../../../src/renderer/slide/slide-element.ts';
import { parseInert } from '../../../../src/renderer/slide/inert-document.ts';
import { allowedTags } from '../../../../src/renderer/slide/profile.ts';
import { sanitise } from '../../../../src/renderer/slide/sanitise.ts';

const folder = join(import.meta.dirname, '../../../fixtures/hostile');
const vectors = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split(/^=== .*\n/m)
      .slice(1),
  );

describe('sanitise', () => {
  it('finds nothing more to take out of what it has sanitised', () => {
    for (const vector of vectors) {
      const again = sanitise(sanitise(vector).html);
      // No one can take an element's `is` from it; it comes back empty each time.
      const attributes = again.attributes.filter((name) => name !== 'is');
      expect({ vector, elements: again.elements, attributes }).toEqual({
        vector,
        elements: [],
        attributes: [],
      });
    }
  });

  it('leaves only what the profile names, however often the result is parsed', () => {
    for (const vector of vectors) {
      const { html } = sanitise(vector);
      for (const markup of [html, parseInert(html).innerHTML]) {
        for (const element of parseInert(markup).querySelectorAll('*')) {
          expect(allowedTags, vector).toContain(element.localName.toLowerCase());
          expect(
            element.getAttributeNames().filter((name) => /^on|^src(?:doc|set)$/.test(name)),
            vector,
          ).toEqual([]);
          expect(element.getAttribute('style') ?? '', vector).not.toMatch(/url|fixed|sticky/i);
        }
      }
    }
  });

  it('names what it took out', () => {
    expect(sanitise('<p onclick="a" style="position:fixed">b<iframe></iframe></p>')).toEqual({
      html: '<p>b</p>',
      elements: ['iframe'],
      attributes: ['style', 'onclick'],
    });
  });
});

describe('renderSlide', () => {
  it('throws at nothing', () => {
    for (const body of [
      ...vectors,
      '\u0000',
      '<',
      '<!--',
      ']]>',
      '\ud800',
      '::: columns',
      '<section',
      `<svg>${'<g>'.repeat(600)}`,
    ]) {
      expect(() => renderSlide({ body, label: '1', assets: 'http://app.test/deck/1/' })).not.toThrow();
    }
  });
});
