import { isLinkUrl } from '../../../core/markdown/local-url.ts';
import { parseInert } from '../../slide/inert-document.ts';
import { tableMarkdown } from './tables.ts';

const blocks: ReadonlySet<string> = new Set(
  'P DIV SECTION ARTICLE HEADER FOOTER MAIN UL OL LI BLOCKQUOTE PRE H1 H2 H3 H4 H5 H6 TABLE HR DL DT DD FIGURE'.split(
    ' ',
  ),
);
const skipped: ReadonlySet<string> = new Set(
  'SCRIPT STYLE HEAD TITLE META LINK TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH INPUT BUTTON SELECT TEXTAREA IMG VIDEO AUDIO'.split(
    ' ',
  ),
);
/** Markup that says more than plain text does. Anything else is pasted as its text. */
const telling = 'table, b, strong, em, i, del, s, code, a[href], ul, ol, h1, h2, h3, h4, h5, h6, blockquote';
/** Longer markup is pasted as its text. */
const limit = 2_000_000;
const depthLimit = 60;

/**
 * What HTML from the clipboard says, as Markdown: tables, headings, lists, links, bold, italic and code.
 * @returns `null` where its plain text says as much
 */
export function htmlToMarkdown(html: string): string | null {
  if (html.length > limit) return null;
  const body = parseInert(html);
  // Google Docs wraps all it copies into a bold element that is not bold.
  for (const wrapper of body.querySelectorAll('b[style*="font-weight:normal"], b[style*="font-weight: normal"]'))
    wrapper.replaceWith(...wrapper.childNodes);
  // From a code editor: the text says it all.
  if (body.querySelector(telling) === null || body.querySelector('[style*="white-space: pre"]') !== null) return null;
  const markdown = blockText(body, 0).trim();
  return markdown === '' ? null : markdown;
}

/** An element's content as blocks with blank lines between. */
function blockText(element: Element, depth: number): string {
  if (depth > depthLimit) return escapeText(element.textContent ?? '');
  const parts: string[] = [];
  let inline = '';
  const flush = () => {
    const text = inline.replace(/[ \t]*\n[ \t]*/g, '\n').trim();
    if (text !== '') parts.push(guardLines(text));
    inline = '';
  };
  for (const node of element.childNodes) {
    if (isElement(node) && blocks.has(node.tagName)) {
      flush();
      const text = block(node, depth + 1);
      if (text.trim() !== '') parts.push(text);
    } else if (isElement(node) && node.querySelector('p, div, table, ul, ol, h1, h2, h3, h4') !== null) {
      flush();
      parts.push(blockText(node, depth + 1));
    } else {
      inline += inlineText(node, depth + 1);
    }
  }
  flush();
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

function block(element: Element, depth: number): string {
  const { tagName } = element;
  switch (tagName) {
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6':
      return heading(element, Number(tagName[1]), depth);
    case 'UL':
    case 'OL':
      return list(element, depth);
    case 'TABLE':
      return table(element, depth);
    case 'PRE':
      return fence(element.textContent ?? '');
    case 'BLOCKQUOTE':
      return blockText(element, depth).replace(/^/gm, '> ').replace(/^> $/gm, '>');
    // A rule in Markdown is a slide break; what was copied has no slides.
    case 'HR':
      return '';
    default:
      return blockText(element, depth);
  }
}

function heading(element: Element, level: number, depth: number): string {
  const text = flat(inlineOf(element, depth));
  return text === '' ? '' : `${'#'.repeat(level)} ${text}`;
}

function fence(text: string): string {
  const ticks = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${ticks}\n${text.replace(/\n$/, '')}\n${ticks}`;
}

function list(element: Element, depth: number): string {
  const lines: string[] = [];
  let number = 1;
  for (const child of element.children) {
    if (child.tagName === 'UL' || child.tagName === 'OL') {
      lines.push(block(child, depth + 1).replace(/^(?=.)/gm, '  '));
    } else if (child.tagName === 'LI') {
      const mark = element.tagName === 'OL' ? `${number++}. ` : '- ';
      const text = blockText(child, depth + 1).replace(/\n{2,}/g, '\n');
      lines.push(mark + text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`));
    }
  }
  return lines.join('\n');
}

function table(element: Element, depth: number): string {
  const rows = [...element.querySelectorAll('tr')]
    .filter((row) => row.closest('table') === element)
    .map((row) =>
      [...row.children]
        .filter(({ tagName }) => tagName === 'TD' || tagName === 'TH')
        .flatMap((cell) => [cellText(cell, depth), ...Array.from({ length: columnsOf(cell) - 1 }, () => '')]),
    )
    .filter((cells) => cells.length > 0);
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  if (columns === 0) return '';
  // One cell is a wrapper, not a table.
  if (columns === 1 && rows.length === 1) return rows[0]?.[0] ?? '';
  return tableMarkdown(rows.map((cells) => Array.from({ length: columns }, (_, column) => cells[column] ?? ''))).join(
    '\n',
  );
}

function columnsOf(cell: Element): number {
  const span = Number(cell.getAttribute('colspan') ?? 1);
  return Number.isInteger(span) && span > 0 && span <= 100 ? span : 1;
}

function cellText(cell: Element, depth: number): string {
  return flat(inlineOf(cell, depth)).replaceAll('|', '\\|');
}

function inlineOf(element: Element, depth: number): string {
  return [...element.childNodes].map((node) => inlineText(node, depth + 1)).join('');
}

function inlineText(node: Node, depth: number): string {
  if (node.nodeType === Node.TEXT_NODE) return escapeText((node.textContent ?? '').replace(/[\s\u00A0]+/g, ' '));
  if (!isElement(node) || skipped.has(node.tagName.toUpperCase())) return '';
  if (depth > depthLimit) return escapeText(node.textContent ?? '');
  switch (node.tagName) {
    case 'BR':
      return '\n';
    case 'B':
    case 'STRONG':
      return around(inlineOf(node, depth), '**');
    case 'I':
    case 'EM':
      return around(inlineOf(node, depth), '*');
    case 'S':
    case 'DEL':
      return around(inlineOf(node, depth), '~~');
    case 'CODE':
      return code(node.textContent ?? '');
    case 'A':
      return link(node, depth);
    default:
      return blocks.has(node.tagName) ? ` ${inlineOf(node, depth)} ` : inlineOf(node, depth);
  }
}

function code(text: string): string {
  const flatText = text.replace(/\s+/g, ' ');
  if (flatText.trim() === '') return flatText;
  const ticks = flatText.includes('`') ? '``' : '`';
  return ticks.length === 2 ? `${ticks} ${flatText} ${ticks}` : ticks + flatText + ticks;
}

function link(element: Element, depth: number): string {
  const text = inlineOf(element, depth);
  const address = (element.getAttribute('href') ?? '').trim();
  const usable = isLinkUrl(address) && /^(?:https?:|mailto:)/i.test(address) && !/[\s<>()]/.test(address);
  return usable && text.trim() !== '' ? `[${text.trim()}](${address})` : text;
}

/** Marks around a text; the blanks at its ends stay outside, where Markdown wants them. */
function around(text: string, mark: string): string {
  const inner = text.trim();
  if (inner === '' || inner.includes('\n')) return text;
  const at = text.indexOf(inner);
  return text.slice(0, at) + mark + inner + mark + text.slice(at + inner.length);
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Text that Markdown would read as marks. */
function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<]/g, '\\$&').replace(/(\w)\\_(?=\w)/g, '$1_');
}

/** Lines that Markdown would read as something else: a heading, a list, a slide break, the notes. */
function guardLines(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^(\s*)(#{1,6}\s|[-+>=]|:{3,}|~{3,})/, '$1\\$2')
        .replace(/^(\s*\d{1,9})([.)]\s)/, '$1\\$2')
        .replace(/^(\s*notes?):/i, '$1\\:'),
    )
    .join('\n');
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
