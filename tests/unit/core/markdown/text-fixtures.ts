import { readFileSync } from 'node:fs';

/** One case of a fixture file. */
export interface TextCase {
  /** `line 12: what it shows`. */
  readonly name: string;
  readonly input: string;
  readonly expected: string;
}

/**
 * Reads a fixture file: a line of words, then input and expected output, each between lines that hold one full stop.
 * @param name file name in tests/fixtures/markdown
 */
export function textFixtures(name: string): readonly TextCase[] {
  const file = new URL(`../../../fixtures/markdown/${name}`, import.meta.url);
  const lines = readFileSync(file, 'utf8').split('\n');
  const cases: TextCase[] = [];
  let header = '';
  for (let at = 0; at < lines.length; at++) {
    if (lines[at] !== '.') {
      header = lines[at]?.trim() || header;
      continue;
    }
    const middle = lines.indexOf('.', at + 1);
    const end = lines.indexOf('.', middle + 1);
    if (middle === -1 || end === -1) throw new Error(`${name}:${at + 1}: a case without its end`);
    const part = (from: number, to: number): string =>
      lines
        .slice(from, to)
        .map((line) => `${line}\n`)
        .join('');
    cases.push({ name: `line ${at + 1}: ${header}`, input: part(at + 1, middle), expected: part(middle + 1, end) });
    at = end;
  }
  return cases;
}
