/** A number as PDF has it: to thousandths, which of a point no printer shows. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0);
}

/** An array of numbers. */
export function pdfNumbers(values: Iterable<number>): string {
  return `[${Array.from(values, pdfNumber).join(' ')}]`;
}

/** The parts of a colour `#rrggbb`, from 0 to 1. */
export function colorParts(color: string): readonly [red: number, green: number, blue: number] {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}
