/**
 * Columns:
 *
 *     ::: columns
 *     ::: column
 *     left
 *     :::
 *     ::: column
 *     right
 *     :::
 *     :::
 *
 * A bare line of three or more colons closes the innermost container, as in Pandoc. The published container plugin closes the
 * outermost one instead, so that nesting needs fences of different lengths; hence a rule of our own.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';

const names: ReadonlySet<string> = new Set(['columns', 'column']);
const opening = /^:{3,}[ \t]*([a-z]+)[ \t]*:*[ \t]*$/;
const closing = /^:{3,}[ \t]*$/;
const codeFence = /^(`{3,}|~{3,})/;

function container(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const lineText = (line: number): string =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line] ?? 0);
  const indent = (line: number): number => (state.sCount[line] ?? 0) - state.blkIndent;

  const name = opening.exec(lineText(startLine))?.[1];
  if (name === undefined || !names.has(name) || indent(startLine) > 3) return false;
  if (silent) return true;

  let depth = 1;
  let fence: string | null = null;
  let line = startLine + 1;
  for (; line < endLine; line++) {
    const text = lineText(line);
    if (text !== '' && indent(line) < 0) break;
    if (indent(line) > 3) continue;
    const mark = codeFence.exec(text)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence) === true && text.trim() === mark) fence = null;
    } else if (mark !== undefined) {
      fence = mark;
    } else if (closing.test(text)) {
      depth--;
    } else if (names.has(opening.exec(text)?.[1] ?? '')) {
      depth++;
    }
    if (depth === 0) break;
  }

  const parent = state.parentType;
  const lineMax = state.lineMax;
  // No lazy continuation past the closing line.
  state.lineMax = line;
  const open = state.push(`container_${name}_open`, 'div', 1);
  open.block = true;
  open.map = [startLine, line];
  open.attrSet('class', name);
  state.md.block.tokenize(state, startLine + 1, line);
  state.push(`container_${name}_close`, 'div', -1).block = true;
  state.parentType = parent;
  state.lineMax = lineMax;
  state.line = depth === 0 ? line + 1 : line;
  return true;
}

export function containers(parser: MarkdownIt): void {
  parser.block.ruler.before('fence', 'container', container, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
}
