import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { yamlFrontmatter, yamlLanguage } from '@codemirror/lang-yaml';
import { defineLanguageFacet, Language, languageDataProp, LanguageSupport } from '@codemirror/language';
import { NodeType } from '@lezer/common';
import { tags } from '@lezer/highlight';
import { DeckParser } from './deck-parser.ts';

/** Fences whose bodies are YAML; JSON is YAML, too. */
const yamlFences: ReadonlySet<string> = new Set(['yaml', 'yml', 'json', 'map', 'chart', 'timeline']);

/** Markdown as decks are written in it: with citations such as `[@key]`. */
const deckMarkdown: LanguageSupport = markdown({
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

/** The language of a whole deck: its front matter, and each slide as the Markdown document that it is. What it has parsed is the deck's own. */
export function deckLanguage(): LanguageSupport {
  const data = defineLanguageFacet();
  const top = NodeType.define({ id: 0, name: 'Deck', top: true, props: [languageDataProp.add({ Deck: data })] });
  const head = yamlFrontmatter({ content: deckMarkdown }).language.parser;
  const parser = new DeckParser({ top, head, slide: deckMarkdown.language.parser });
  return new LanguageSupport(new Language(data, parser, [], 'deck'), deckMarkdown.support);
}
