// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { dressSection, SectionTree } from '../../../../src/renderer/stage/section-tree.ts';
import type { StageSlide } from '../../../../src/renderer/stage/stage-source.ts';

/** `a b/c d`: a slash goes down in a stack. */
const slides = (shape: string): readonly StageSlide[] =>
  shape
    .split(' ')
    .flatMap((column) =>
      column.split('/').map((key, v): StageSlide => ({ key, break: v === 0 ? 'horizontal' : 'vertical' })),
    );

function shapeOf(root: HTMLElement, tree: SectionTree): string {
  return Array.from(root.children, (child) =>
    child.childElementCount === 0
      ? tree.keyOf(child)
      : Array.from(child.children, (inner) => tree.keyOf(inner)).join('/'),
  ).join(' ');
}

test('arranges sections as the deck is, through every change, and keeps each slide’s element', () => {
  const root = document.createElement('div');
  const tree = new SectionTree(root);
  tree.arrange(slides('a b c d'));
  const elements = new Map(['a', 'b', 'c', 'd'].map((key) => [key, tree.section(key)]));
  for (const shape of ['a b/c d', 'b/c a d', 'c b a/d', 'a/b/c/d', 'd c/b/a', 'a b c d', 'a/d b/c']) {
    expect(tree.arrange(slides(shape))).toBe(true);
    expect(shapeOf(root, tree)).toBe(shape);
    for (const [key, element] of elements) expect(tree.section(key)).toBe(element);
  }
  expect(tree.place('d')).toEqual({ h: 0, v: 1 });
  expect(tree.keyAt(1, 1)).toBe('c');
  expect(tree.arrange(slides('a/d b/c'))).toBe(false);
  tree.arrange(slides('b'));
  expect(shapeOf(root, tree)).toBe('b');
  expect(tree.section('a')).toBeUndefined();
  expect(tree.place('b')).toEqual({ h: 0, v: undefined });
});

test('knows the slides near one, the nearest first', () => {
  const tree = new SectionTree(document.createElement('div'));
  tree.arrange(slides('a b/c d e'));
  expect(tree.near('c', 2)).toEqual(['c', 'd', 'b', 'e', 'a']);
  expect(tree.near('a', 1)).toEqual(['a', 'b']);
});

test('dressing a section keeps what reveal.js has put on it', () => {
  const section = document.createElement('section');
  section.className = 'old present';
  section.setAttribute('data-background-color', 'red');
  section.setAttribute('aria-hidden', 'true');
  section.style.display = 'block';
  const rendered = document.createElement('section');
  rendered.className = 'new';
  rendered.id = 'user-content-x';
  rendered.style.color = 'blue';
  rendered.innerHTML = '<h2>Title</h2>';
  dressSection(section, rendered);
  expect(section.className).toBe('new present');
  expect(section.hasAttribute('data-background-color')).toBe(false);
  expect(section.getAttribute('aria-hidden')).toBe('true');
  expect(section.id).toBe('user-content-x');
  expect(section.style.display).toBe('block');
  expect(section.style.color).toBe('blue');
  expect(section.innerHTML).toBe('<h2>Title</h2>');
});
