import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import { markdownLanguage } from '@codemirror/lang-markdown';
import { EditorState } from '@codemirror/state';
import type { Tree } from '@lezer/common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slideIndexField } from '../../../../../src/core/deck/slide-index.ts';
import { deckLanguage } from '../../../../../src/renderer/workspace/editor/deck-language.ts';

const editorOf = (doc: string): EditorState =>
  EditorState.create({ doc, extensions: [slideIndexField, deckLanguage()] });

function treeOf(state: EditorState): Tree {
  const tree = ensureSyntaxTree(state, state.doc.length, 10_000);
  if (tree === null) throw new Error('The deck was not parsed in time.');
  return tree;
}

/** Every node with its place; what is nested in it, too. */
function nodesOf(tree: Tree): readonly string[] {
  const nodes: string[] = [];
  tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from} ${to}`) });
  return nodes;
}

const deck =
  '---\ntitle: A talk\n---\n\n# One\n\n```yaml\nkey: [1, 2]\n```\n\n---\n\n## Two\n\n- a **b**\n- c\n\n--\n\n<b>x</b> [@key]\n';

describe('the tree of a deck', () => {
  it('has the front matter, and each slide as a document of its own', () => {
    const state = editorOf(deck);
    const tree = treeOf(state);
    const at = (words: string) => tree.resolveInner(deck.indexOf(words) + 1);
    expect(tree.topNode.getChildren('Document').length).toBeGreaterThanOrEqual(3);
    expect(tree.resolveStack(deck.indexOf('title') + 1).node.parent?.name).toBe('Key');
    expect(at('One').name).toBe('ATXHeading1');
    expect(at('b**').name).toBe('StrongEmphasis');
    expect(at('[@key').name).toBe('Citation');
    expect(tree.resolveStack(deck.indexOf('key: [') + 1).node.parent?.name).toBe('Key');
  });

  it('is Markdown where slides are, with what is known of Markdown', () => {
    const state = editorOf(deck);
    treeOf(state);
    expect(markdownLanguage.isActiveAt(state, deck.indexOf('- c'))).toBe(true);
    expect(state.languageDataAt('commentTokens', deck.indexOf('Two'))).toEqual([
      { block: { open: '<!--', close: '-->' } },
    ]);
  });

  it('has nothing of a slide with a line that is far too long, and all of the others', () => {
    const picture = `![](data:image/png;base64,${'A'.repeat(60_000)})`;
    const long = `# One\n\n${picture}\n\n---\n\n## Two\n\n**b**\n`;
    const tree = treeOf(editorOf(long));
    expect(tree.resolveInner(long.indexOf('One')).name).toBe('Deck');
    expect(tree.resolveInner(long.indexOf('b**')).name).toBe('StrongEmphasis');
    const short = editorOf(long).update({ changes: { from: 7, to: 7 + picture.length } }).state;
    expect(treeOf(short).resolveInner(3).name).toBe('ATXHeading1');
  });

  it('is after any edits what it is when it is read afresh', () => {
    const piece = fc.constantFrom(
      'a',
      '\n',
      '\n\n---\n\n',
      '\n\n--\n\n',
      '# ',
      '- b\n',
      '```\n',
      '**',
      '<!--',
      '-->',
      '| a | b |\n|---|---|\n',
      '---\nx: 1\n---\n',
    );
    const edit = fc.record({ at: fc.nat(), drop: fc.nat(30), pieces: fc.array(piece, { maxLength: 4 }) });
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }),
        fc.array(edit, { minLength: 1, maxLength: 6 }),
        (pieces, edits) => {
          let state = editorOf(`${deck}${pieces.join('')}`);
          treeOf(state);
          for (const { at, drop, pieces: insert } of edits) {
            const from = at % (state.doc.length + 1);
            const to = Math.min(state.doc.length, from + drop);
            state = state.update({ changes: { from, to, insert: insert.join('') } }).state;
            const tree = treeOf(state);
            expect(tree.length).toBe(state.doc.length);
            expect(nodesOf(tree)).toEqual(nodesOf(treeOf(editorOf(state.doc.toString()))));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is kept for slides that stay', () => {
    const state = editorOf(deck);
    const before = treeOf(state);
    const after = state.update({ changes: { from: deck.indexOf('One'), insert: 'No. ' } }).state;
    const trees = (tree: Tree) => new Set(tree.children);
    expect([...trees(treeOf(after))].filter((child) => trees(before).has(child))).toHaveLength(2);
    expect(syntaxTree(after).length).toBe(after.doc.length);
  });

  it('of a large slide keeps the blocks that stay, in front of a change and behind it', () => {
    const paragraphs = Array.from({ length: 600 }, (_, i) => `Paragraph **${i}** with a few words more than it needs.`);
    const text = `# Small\n\n---\n\n${paragraphs.join('\n\n')}\n`;
    let state = editorOf(text);
    treeOf(state);
    for (const at of [text.indexOf('**300**'), 0, text.length - 1, text.indexOf('**10**')]) {
      const before = treeOf(state);
      state = state.update({ changes: { from: at, insert: 'x' } }).state;
      const after = treeOf(state);
      expect(nodesOf(after)).toEqual(nodesOf(treeOf(editorOf(state.doc.toString()))));
      expect([...subtrees(after)].filter((tree) => subtrees(before).has(tree)).length).toBeGreaterThan(5);
    }
  });
});

function subtrees(tree: Tree, found = new Set<Tree>()): ReadonlySet<Tree> {
  for (const child of tree.children) {
    if (!('children' in child)) continue;
    found.add(child);
    subtrees(child, found);
  }
  return found;
}
