/** Values that went through a document and came back: it has them to thousandths of a point, and times to a second. */

/** How far a coordinate may be off, in slide units. */
const tolerance = 0.15;

/** Whether two values are the same as far as a document can tell: numbers, texts, points, and lists of them. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= tolerance;
  if (typeof a === 'string' && typeof b === 'string') return plain(a) === plain(b);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, i) => isSameValue(each, b[i]));
  if (isPoint(a) && isPoint(b)) return isSameValue(a.x, b.x) && isSameValue(a.y, b.y);
  return a === b;
}

/** Programs differ in line ends and in spaces at the end; in colours, in their letters. */
function plain(text: string): string {
  return /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : text.replace(/\r\n?|\u2028|\u2029/g, '\n').trimEnd();
}

function isPoint(value: unknown): value is { readonly x: number; readonly y: number } {
  return typeof value === 'object' && value !== null && 'x' in value && 'y' in value;
}
