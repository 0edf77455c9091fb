import type { EditorState } from '@codemirror/state';
import type { Diagnostic } from '../diagnostic.ts';
import { BlockScanner, forEachLine } from './block-scanner.ts';
import { deckSettings } from './front-matter.ts';
import { slideBody, slideIndex } from './slide-index.ts';
import type { Slide } from './slide.ts';

/** What a deck's author should know about its front matter and its slides' borders, in the order of the file. */
export function deckDiagnostics(state: EditorState): readonly Diagnostic[] {
  const { slides } = slideIndex(state);
  return [
    ...deckSettings(state).diagnostics,
    ...slides.flatMap((slide, i) => setextHeadings(state, slide, i + 1)),
    ...openBlock(state),
    ...repeatedIds(state),
  ];
}

/** `---` right under text makes the text a heading, where the author may have meant a break. */
function setextHeadings(state: EditorState, slide: Slide, number: number): readonly Diagnostic[] {
  const body = slideBody(state, slide);
  if (!body.includes('\n--')) return [];
  const found: Diagnostic[] = [];
  const scanner = new BlockScanner();
  let aboveIsText = false;
  forEachLine(body, (from, to) => {
    const clear = scanner.isClear;
    const kind = scanner.line(body, from, to);
    const line = body.slice(from, to);
    if (clear && aboveIsText && /^(?:--|---|----)[ \t\r]*$/.test(line)) {
      found.push({
        code: 'setext-heading',
        severity: 'hint',
        message: `“${line.trim()}” right under text makes that text a heading; for a new slide, put a blank line in between.`,
        slide: number,
        line: state.doc.lineAt(slide.from + from).number,
        column: 1,
      });
    }
    aboveIsText = kind === 'text';
  });
  return found;
}

function openBlock(state: EditorState): readonly Diagnostic[] {
  const { closer, slides } = slideIndex(state);
  if (closer === null) return [];
  return [
    {
      code: 'unclosed-block',
      severity: 'warning',
      message: `A code block or comment is never closed: everything up to the end of the file belongs to it. Close it with ${closer}.`,
      slide: slides.length,
      line: state.doc.lineAt(slides.at(-1)?.from ?? 0).number,
    },
  ];
}

function repeatedIds(state: EditorState): readonly Diagnostic[] {
  const first = new Map<string, number>();
  return slideIndex(state).slides.flatMap((slide, i): Diagnostic[] => {
    const id = slide.attributes.get('id');
    if (id === undefined) return [];
    const other = first.get(id);
    first.set(id, other ?? i + 1);
    if (other === undefined) return [];
    const message = `Slides ${other} and ${i + 1} both have the id “${id}”: links and annotations find only the first.`;
    return [
      { code: 'repeated-id', severity: 'warning', message, slide: i + 1, line: state.doc.lineAt(slide.from).number },
    ];
  });
}
