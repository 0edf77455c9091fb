import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { yamlFrontmatter, yamlLanguage } from '@codemirror/lang-yaml';
import { defineLanguageFacet, Language, languageDataProp, LanguageSupport } from '@codemirror/language';
import { Compartment, EditorState, type Extension, type Text } from '@codemirror/state';
import { NodeType } from '@lezer/common';
import { tags } from '@lezer/highlight';
import { DeckParser } from './deck-parser.ts';

/** Fences whose bodies are YAML; JSON is YAML, too. */
const yamlFences: ReadonlySet<string> = new Set(['yaml', 'yml', 'json', 'map', 'chart', 'timeline']);

/** Markdown as decks are written in it: with citations such as `[@key]`. */
export const deckMarkdown: LanguageSupport = markdown({
  base: markdownLanguage,
  completeHTMLTags: false,
  addKeymap: false,
  codeLanguages: (info) => (yamlFences.has(/^[\w-]*/.exec(info)?.[0].toLowerCase() ?? '') ? yamlLanguage : null),
  extensions: {
    defineNodes: [{ name: 'Citation', style: tags.special(tags.link) }],
    parseInline: [
      {
        name: 'Citation',
        before: 'Link',
        parse(cx, next, pos) {
          if (next !== 91 || cx.char(pos + 1) !== 64) return -1;
          const length = /^\[@[^\s[\]]{1,200}\]/.exec(cx.slice(pos, Math.min(cx.end, pos + 204)))?.[0].length;
          return length === undefined ? -1 : cx.addElement(cx.elt('Citation', pos, pos + length));
        },
      },
    ],
  },
});

/** A whole deck: its front matter, and each slide as the Markdown document that it is. */
function createDeckLanguage(): LanguageSupport {
  const data = defineLanguageFacet();
  const top = NodeType.define({ id: 0, name: 'Deck', top: true, props: [languageDataProp.add({ Deck: data })] });
  const head = yamlFrontmatter({ content: deckMarkdown }).language.parser;
  const parser = new DeckParser({ top, head, slide: deckMarkdown.language.parser });
  return new LanguageSupport(new Language(data, parser, [], 'deck'), deckMarkdown.support);
}

/** A longer line is not highlighted: a line is parsed in one go, and the window would stand still meanwhile. */
const lineLimit = 50_000;

const language = new Compartment();

/** Highlighting of a deck's source; off while the deck has a line that would be too long for it. */
export function highlighting(text: string): Extension {
  const deckLanguage: Extension = createDeckLanguage();
  return [
    language.of(hasLongLine(text) ? [] : deckLanguage),
    EditorState.transactionExtender.of((transaction) => {
      if (!transaction.docChanged) return null;
      let made = 0;
      transaction.changes.iterChanges((_fromA, _toA, fromB, toB) => {
        made = Math.max(made, longestLine(transaction.newDoc, fromB, toB));
      });
      const isOn = language.get(transaction.startState) === deckLanguage;
      return made > lineLimit && isOn ? { effects: language.reconfigure([]) } : null;
    }),
  ];
}

function hasLongLine(text: string): boolean {
  if (text.length <= lineLimit) return false;
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    if ((end === -1 ? text.length : end) - from > lineLimit) return true;
    if (end === -1) return false;
    from = end + 1;
  }
  return false;
}

function longestLine(doc: Text, from: number, to: number): number {
  let longest = 0;
  for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
    longest = Math.max(longest, line.length);
    if (line.to >= to) return longest;
  }
}
