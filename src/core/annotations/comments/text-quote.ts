/** Words in a text, known by themselves and by what stands around them, as W3C's TextQuoteSelector has them. */
export interface TextQuote {
  readonly exact: string;
  /** What stands right before them. */
  readonly prefix: string;
  /** What stands right behind them. */
  readonly suffix: string;
}

/** How much of what stands around words is kept with them, in UTF-16 code units. */
const context = 32;

/** The quote of a part of a text. */
export function quoteOf(text: string, from: number, to: number): TextQuote {
  const start = isLow(text.charCodeAt(from - context)) ? from - context + 1 : from - context;
  const end = isLow(text.charCodeAt(to + context)) ? to + context - 1 : to + context;
  return {
    exact: text.slice(from, to),
    prefix: text.slice(Math.max(0, start), from),
    suffix: text.slice(to, end),
  };
}

/** Half a surrogate pair is no text. */
function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
