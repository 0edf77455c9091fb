// The tag names of CommonMark 0.31, section 4.6, start condition 6.
const blockTags =
  /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i;

// One complete open or closing tag alone on its line: start condition 7.
const attribute = String.raw`\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>\x60]+|'[^']*'|"[^"]*"))?`;
const loneTag = new RegExp(String.raw`^(?:<[a-z][a-z0-9-]*(?:${attribute})*\s*/?>|</[a-z][a-z0-9-]*\s*>)\s*$`, 'i');

const untilClosed: readonly (readonly [start: RegExp, end: RegExp, closer: string])[] = [
  [/^<(?:script|pre|style|textarea)(?:\s|>|$)/i, /<\/(?:script|pre|style|textarea)>/i, '</pre>'],
  [/^<!--/, /-->/, '-->'],
  [/^<\?/, /\?>/, '?>'],
  [/^<![a-z]/i, />/, '>'],
  [/^<!\[CDATA\[/, /\]\]>/, ']]>'],
];

/** How an HTML block ends: on a line that matches `end`, or where that is `null`, before a blank line. */
export interface HtmlBlock {
  readonly end: RegExp | null;
  /** What closes it when the text ends first. */
  readonly closer: string;
  readonly comment: boolean;
}

/**
 * The HTML block that a line opens, by CommonMark 0.31 section 4.6.
 * @param rest the line from its first character that is not a space
 * @param paragraph whether the line could continue a paragraph; start condition 7 cannot interrupt one
 */
export function htmlBlockStart(rest: string, paragraph: boolean): HtmlBlock | null {
  for (const [start, end, closer] of untilClosed) {
    if (start.test(rest)) {
      const tag = /^<(script|pre|style|textarea)/i.exec(rest)?.[1];
      return { end, closer: tag === undefined ? closer : `</${tag}>`, comment: closer === '-->' };
    }
  }
  if (blockTags.test(rest) || (!paragraph && loneTag.test(rest))) return { end: null, closer: '', comment: false };
  return null;
}
