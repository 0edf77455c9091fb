// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { SlideRenderer } from '../../../../src/renderer/slide/slide-renderer.ts';

const source = { body: '## Title {#a}\n\ntext', label: '2', assets: 'http://app.test/deck/1/' };

test('each view has a slide of its own, from one rendering', () => {
  const renderer = new SlideRenderer();
  renderer.prepare(source);
  const [one, other] = [renderer.render(source), renderer.render(source)];
  expect(one.section.outerHTML).toBe(other.section.outerHTML);
  expect(one.diagnostics).toBe(other.diagnostics);
  one.section.querySelector('h2')?.remove();
  expect(other.section.querySelector('h2')).not.toBeNull();
  expect(renderer.render(source).section.querySelector('h2')).not.toBeNull();
});

test('what a slide is rendered from tells slides apart', () => {
  const renderer = new SlideRenderer();
  const first = renderer.render(source);
  expect(renderer.render({ ...source, label: '3' }).label).toBe('3');
  expect(renderer.render({ ...source, body: '## Other' }).section.textContent).toContain('Other');
  expect(renderer.render({ ...source, assets: 'http://app.test/deck/2/' }).diagnostics).not.toBe(first.diagnostics);
});

test('slides of long ago are rendered anew', () => {
  const renderer = new SlideRenderer();
  const first = renderer.render(source);
  for (let i = 0; i < 100; i++) renderer.prepare({ ...source, body: `Slide ${i}` });
  expect(renderer.render(source).diagnostics).not.toBe(first.diagnostics);
});
