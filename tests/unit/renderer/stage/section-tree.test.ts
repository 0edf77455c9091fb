// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { dressSection, SectionTree } from '../../../../src/renderer/stage/section-tree.ts';
import type { MountedColumn } from '../../../../src/renderer/stage/stage-window.ts';

/** `a b/c d/`: a slash goes down in a stack; at the end it says that the stack has more slides than the page. */
const columns = (shape: string): readonly MountedColumn[] =>
  shape
    .split(' ')
    .map((column) => ({ stacked: column.includes('/'), keys: column.split('/').filter((key) => key !== '') }));

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
  tree.arrange(columns('a b c d'));
  const elements = new Map(['a', 'b', 'c', 'd'].map((key) => [key, tree.section(key)]));
  for (const shape of ['a b/c d', 'b/c a d', 'c b a/d', 'a/b/c/d', 'd c/b/a', 'a b c d', 'a/d b/c']) {
    expect(tree.arrange(columns(shape))).toBe(true);
    expect(shapeOf(root, tree)).toBe(shape);
    for (const [key, element] of elements) expect(tree.section(key)).toBe(element);
  }
  expect(tree.place('d')).toEqual({ h: 0, v: 1 });
  expect(tree.arrange(columns('a/d b/c'))).toBe(false);
  tree.arrange(columns('b'));
  expect(shapeOf(root, tree)).toBe('b');
  expect(tree.section('a')).toBeUndefined();
  expect(tree.place('b')).toEqual({ h: 0, v: 0 });
});

test('a slide of a stack stays inside of one, however few of its slides are in the page', () => {
  const root = document.createElement('div');
  const tree = new SectionTree(root);
  tree.arrange(columns('a b/'));
  const stack = tree.section('b')?.parentElement;
  expect(stack?.parentElement).toBe(root);
  tree.arrange(columns('b/c d'));
  expect(tree.section('b')?.parentElement).toBe(stack);
  expect(tree.section('c')?.parentElement).toBe(stack);
  expect(tree.place('c')).toEqual({ h: 0, v: 1 });
  tree.arrange(columns('c/'));
  expect(tree.section('c')?.parentElement).toBe(stack);
  expect(root.childElementCount).toBe(1);
});

test('sections that stay where they are stay in the page while others come and go', () => {
  const root = document.createElement('div');
  document.body.append(root);
  const tree = new SectionTree(root);
  tree.arrange(columns('a b/c d'));
  const moved: Node[] = [];
  const observer = new MutationObserver(() => {});
  observer.observe(root, { childList: true, subtree: true });
  tree.arrange(columns('b/c d e'));
  for (const { addedNodes, removedNodes } of observer.takeRecords()) moved.push(...addedNodes, ...removedNodes);
  expect(moved.map((node) => (node instanceof Element ? tree.keyOf(node) : null))).toEqual(['a', 'e']);
  root.remove();
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
