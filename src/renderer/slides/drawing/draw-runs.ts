import type { DrawnLink, DrawnRun } from '../../../core/export/drawn-deck.ts';

/** How a piece of text looks, but for what it says. */
export type RunLook = Omit<DrawnRun, 'text'>;

export interface RunSource {
  /** The look of text right inside of this element. */
  look(element: Element): RunLook;
  /** Whether spaces and line breaks are kept there. */
  keepsSpaces(element: Element): boolean;
  /** Whether the element is shown at all. */
  isShown(element: Element): boolean;
  /** Text that the style sheet puts before the element’s own. */
  before(element: Element): string;
  /** Takes a picture that stands in the line, and answers with the spaces that keep its place. */
  picture(element: Element): string;
  /** Where an anchor leads; `null` for nowhere. */
  link(anchor: HTMLAnchorElement): DrawnLink | null;
}

const pictures = 'img, svg, video, audio, math, canvas, progress, meter, object';

/** The text of nodes in a line as runs: spaces collapsed as CSS does it, neighbours of one look joined. */
export function drawRuns(nodes: readonly Node[], source: RunSource): readonly DrawnRun[] {
  const runs: DrawnRun[] = [];
  /** The look of a space that is written once more text follows it. */
  let space: RunLook | null = null;

  const add = (text: string, look: RunLook): void => {
    const last = runs.at(-1);
    if (last !== undefined && text !== '\n' && last.text !== '\n' && sameLook(last, look))
      runs[runs.length - 1] = { ...last, text: last.text + text };
    else if (text !== '') runs.push({ ...look, text });
  };
  const addText = (text: string, parent: Element, link: DrawnLink | null): void => {
    const look = link === null ? source.look(parent) : { ...source.look(parent), link };
    if (source.keepsSpaces(parent)) {
      text
        .replaceAll('\t', '    ')
        .split('\n')
        .forEach((line, index) => {
          if (index > 0) add('\n', look);
          add(line, look);
        });
      return;
    }
    // No-break spaces are none of these.
    const [, before = '', words = '', after = ''] = /^([ \t\r\n\f]*)([\s\S]*?)([ \t\r\n\f]*)$/.exec(text) ?? [];
    const isFirst = runs.length === 0 || runs.at(-1)?.text === '\n';
    if (before !== '' && !isFirst) space ??= look;
    if (words === '') return;
    if (space !== null && !isFirst) add(' ', space);
    space = after === '' ? null : look;
    add(words.replace(/[ \t\r\n\f]+/g, ' '), look);
  };
  const walk = (node: Node, link: DrawnLink | null): void => {
    if (node instanceof Text) {
      if (node.parentElement !== null) addText(node.data, node.parentElement, link);
      return;
    }
    if (!(node instanceof Element) || !source.isShown(node)) return;
    if (node.tagName === 'BR') {
      space = null;
      add('\n', source.look(node.parentElement ?? node));
      return;
    }
    if (node.tagName === 'INPUT') return;
    if (node.matches(pictures)) {
      addText(source.picture(node), node.parentElement ?? node, link);
      return;
    }
    const inner = node instanceof HTMLAnchorElement ? (source.link(node) ?? link) : link;
    const before = source.before(node);
    if (before !== '') addText(before, node, inner);
    for (const child of node.childNodes) walk(child, inner);
  };

  for (const node of nodes) walk(node, null);
  while (runs.at(-1)?.text === '\n') runs.pop();
  return runs;
}

function sameLook(a: RunLook, b: RunLook): boolean {
  return (
    a.size === b.size &&
    a.colour === b.colour &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.strike === b.strike &&
    a.code === b.code &&
    a.heading === b.heading &&
    a.capitals === b.capitals &&
    a.raised === b.raised &&
    a.highlight === b.highlight &&
    a.lang === b.lang &&
    JSON.stringify(a.link) === JSON.stringify(b.link)
  );
}
