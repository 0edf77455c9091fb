/** JSON that was read as far as it goes. */
export interface SalvagedJson {
  readonly value: unknown;
  /** What was wrong with it, in words, to follow a colon. */
  readonly damage: string;
}

/** Strings, so that nothing in them is touched, and what some programs write for numbers that JSON cannot say. */
const notNumbers = /"[^"\\]*(?:\\.[^"\\]*)*"?|-?\b(?:NaN|Infinity)\b/gs;

/**
 * Reads what can be read of JSON that is damaged in a way that happens: a number that is none becomes `null`, and a text that
 * ends in the middle, as after a copy that broke off, is read up to the last whole entry of the list that it ends in.
 * @returns `null` where that does not help
 */
export function salvageJson(text: string): SalvagedJson | null {
  const numbers = text.replace(notNumbers, (part) => (part.startsWith('"') ? part : 'null'));
  const whole = parsed(numbers);
  if (whole !== undefined) return { value: whole, damage: 'numbers in it are none' };
  const closed = closedText(numbers);
  const value = closed === null ? undefined : parsed(closed);
  if (value === undefined) return null;
  return { value, damage: `it ends in the middle, on line ${numbers.split('\n').length.toLocaleString('en')}` };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A text that ends in the middle, cut behind the last whole entry of a list and closed; `null` where there is no such entry. */
function closedText(text: string): string | null {
  const open: string[] = [];
  let cut: { readonly at: number; readonly closing: string } | null = null;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '"') {
      at = stringEnd(text, at);
      continue;
    }
    if (letter === '[' || letter === '{') open.push(letter === '[' ? ']' : '}');
    else if (letter === ']' || letter === '}') {
      if (open.pop() !== letter) return null;
      if (open.at(-1) === ']') cut = { at: at + 1, closing: open.toReversed().join('') };
    }
  }
  return cut === null || open.length === 0 ? null : text.slice(0, cut.at) + cut.closing;
}

/** Where the string ends that begins at `from`: at its closing mark, or with the text. */
function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === '"') return at;
  }
  return text.length;
}
