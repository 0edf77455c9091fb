/** One element of a drawing as SVG has it, in slide units. It is data: the renderer makes elements of it, files markup. */
export interface SvgShape {
  readonly tag: 'path' | 'line' | 'rect' | 'ellipse' | 'text';
  readonly attributes: Readonly<Record<string, string | number>>;
  /** What a `text` says. */
  readonly text?: string;
}

/** Shapes as SVG markup. Attributes stand in single quotes, which need no escape within JSON. */
export function svgMarkup(shapes: readonly SvgShape[]): string {
  return shapes
    .map(({ tag, attributes, text }) => {
      const written = Object.entries(attributes).map(([name, value]) => ` ${name}='${escaped(String(value))}'`);
      return `<${tag}${written.join('')}${text === undefined ? '/>' : `>${escaped(text)}</${tag}>`}`;
    })
    .join('');
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;' };

function escaped(text: string): string {
  // XML 1.0 has no place for control characters and lone surrogates, whatever the escape.
  return text
    .replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (char) => ('\t\n\r'.includes(char) ? char : '\ufffd'))
    .replace(/[&<>']/g, (char) => escapes[char] ?? char);
}
