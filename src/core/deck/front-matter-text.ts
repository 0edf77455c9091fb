import { isMap, isPair, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { Diagnostic } from '../diagnostic.ts';
import { type DeckSettings, defaultSettings, readSettings } from './deck-settings.ts';
import { type CustomSeparators, customSeparators, patternProblem } from './separators.ts';

/** What the front matter says, and what is wrong with it. Lines in the diagnostics are the file's. */
export interface FrontMatter {
  readonly settings: DeckSettings;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the text between the `---` lines; the first of its lines is line 2 of the file. */
export function readFrontMatter(yaml: string): FrontMatter {
  const lines = new LineCounter();
  const diagnostics: Diagnostic[] = [];
  const fail = (message: string, offset: number) => {
    const { line, col } = lines.linePos(offset);
    diagnostics.push({ code: 'front-matter', severity: 'error', message, line: line + 1, column: Math.max(1, col) });
  };
  const document = parse(yaml, lines);
  for (const error of document.errors) fail(`The front matter does not parse: ${firstSentence(error)}.`, error.pos[0]);
  if (document.errors.length > 0) return { settings: defaultSettings, diagnostics };
  const values = new Map<string, unknown>();
  const offsets = new Map<string, number>();
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (!isPair(pair) || !isScalar(pair.key) || typeof pair.key.value !== 'string') continue;
      offsets.set(pair.key.value, pair.key.range?.[0] ?? 0);
      try {
        values.set(
          pair.key.value,
          document.get(pair.key.value, false) === undefined ? null : plainValue(document, pair.key.value),
        );
      } catch (error) {
        fail(
          `The front matter’s ${pair.key.value} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
          pair.key.range?.[0] ?? 0,
        );
      }
    }
  } else if (document.contents !== null && !(isScalar(document.contents) && document.contents.value === null)) {
    fail('The front matter is not a list of “key: value” lines.', 0);
  }
  const { settings, problems } = readSettings(values);
  const safe: Record<string, unknown> = { ...settings };
  for (const key of ['separator', 'verticalSeparator', 'notesSeparator'] as const) {
    const problem = settings[key] === undefined ? null : patternProblem(settings[key], key === 'notesSeparator');
    if (problem === null) continue;
    delete safe[key];
    fail(`The front matter’s ${key} ${JSON.stringify(settings[key])} ${problem}.`, offsets.get(key) ?? 0);
  }
  for (const { key, message } of problems) fail(message, offsets.get(key) ?? 0);
  // Settings are only ever taken away here.
  return { settings: safe as unknown as DeckSettings, diagnostics };
}

/** The deck's own separators, from the front matter's text: quick where there are none. */
export function readSeparators(yaml: string): CustomSeparators | null {
  return yaml.toLowerCase().includes('separator') ? customSeparators(readFrontMatter(yaml).settings) : null;
}

/**
 * Parses front matter as the core schema, with aliases and merge keys off: an alias can make a few lines into gigabytes, and
 * a merge key can reach a prototype.
 */
export function parse(yaml: string, lineCounter?: LineCounter): ReturnType<typeof parseDocument> {
  return parseDocument(yaml, {
    schema: 'core',
    merge: false,
    prettyErrors: false,
    keepSourceTokens: true,
    ...(lineCounter === undefined ? {} : { lineCounter }),
  });
}

function plainValue(document: ReturnType<typeof parseDocument>, key: string): unknown {
  const node: unknown = document.get(key, true);
  if (isScalar(node)) return node.value;
  // As a Map, so that a key named __proto__ is a key like any other.
  return (node as { toJS(doc: unknown, options: object): unknown }).toJS(document, {
    mapAsMap: true,
    maxAliasCount: 0,
  });
}

function firstSentence(error: YAMLError): string {
  return error.message.split('\n', 1)[0]?.replace(/[.:]$/, '') ?? error.message;
}
