import { z } from '../schema.ts';

/** A source that slides can cite, by the dialect's grades. */
export interface Source {
  readonly text: string;
  readonly url?: string;
  readonly date?: string;
  readonly reliability?: string;
  readonly credibility?: string;
}

/** What the front matter may set. Every key but `size`, `keywords`, `css`, `sources` and `revealOptions` is absent unless set. */
export interface DeckSettings {
  readonly title?: string;
  readonly subtitle?: string;
  readonly author?: string;
  /** What the deck is about, for those who look for it. */
  readonly keywords: readonly string[];
  readonly date?: string;
  readonly lang?: string;
  readonly theme?: string;
  /** The slide's size in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Local style sheets, relative to the deck. */
  readonly css: readonly string[];
  readonly separator?: string;
  readonly verticalSeparator?: string;
  readonly notesSeparator?: string;
  /** Options for reveal.js, of those that a deck may set. */
  readonly revealOptions: Readonly<Record<string, string | number | boolean>>;
  /** Planned time in minutes. */
  readonly minutes?: number;
  readonly marking?: string;
  readonly footer?: string;
  readonly sources: ReadonlyMap<string, Source>;
}

const sizes: Readonly<Record<string, DeckSettings['size']>> = {
  '16:9': { width: 1280, height: 720 },
  '4:3': { width: 960, height: 720 },
  '16:10': { width: 1280, height: 800 },
};

export const defaultSettings: DeckSettings = {
  size: { width: 1280, height: 720 },
  keywords: [],
  css: [],
  revealOptions: {},
  sources: new Map(),
};

// A title or a date may well look like a number to YAML: `title: 2025`.
const text = z
  .union([z.string(), z.number(), z.boolean(), z.date()])
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)));
const transition = z.enum(['none', 'fade', 'slide', 'convex', 'concave', 'zoom']);

/** reveal.js options that change looks or pace and nothing else: none takes markup, a URL or code. */
const revealOptions: Readonly<Record<string, z.ZodType<string | number | boolean>>> = {
  controls: z.boolean(),
  progress: z.boolean(),
  slideNumber: z.union([z.boolean(), z.enum(['h.v', 'h/v', 'c', 'c/t'])]),
  loop: z.boolean(),
  rtl: z.boolean(),
  fragments: z.boolean(),
  autoSlide: z.number().min(0).max(3_600_000),
  autoAnimate: z.boolean(),
  autoAnimateDuration: z.number().min(0).max(60),
  transition,
  transitionSpeed: z.enum(['default', 'fast', 'slow']),
  backgroundTransition: transition,
  navigationMode: z.enum(['default', 'linear', 'grid']),
};

const source = z.map(z.string(), text).transform((fields): Source => {
  const optional = (name: string) => (fields.has(name) ? { [name]: fields.get(name) } : {});
  return {
    text: fields.get('text') ?? '',
    ...optional('url'),
    ...optional('date'),
    ...optional('reliability'),
    ...optional('credibility'),
  };
});

const size = text.transform((value, context): DeckSettings['size'] => {
  const named = sizes[value];
  if (named !== undefined) return named;
  const [, width, height] = /^(\d{2,5})x(\d{2,5})$/.exec(value) ?? [];
  if (
    width !== undefined &&
    height !== undefined &&
    Number(width) >= 100 &&
    Number(height) >= 100 &&
    Number(width) <= 10_000 &&
    Number(height) <= 10_000
  ) {
    return { width: Number(width), height: Number(height) };
  }
  context.addIssue({
    code: 'custom',
    message: 'is none of 16:9, 16:10, 4:3 or WIDTHxHEIGHT (100 to 10000 pixels each)',
  });
  return z.NEVER;
});

const fields: Readonly<Record<string, z.ZodType>> = {
  title: text,
  subtitle: text,
  author: text,
  keywords: z.union([
    text.transform((value) => value.split(/[,;]/).flatMap((word) => (word.trim() === '' ? [] : [word.trim()]))),
    z.array(text),
  ]),
  date: text,
  lang: text.pipe(z.string().regex(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, 'is no language code such as en or ja')),
  theme: text,
  size,
  css: z.union([text.transform((value) => [value]), z.array(text)]),
  separator: text,
  verticalSeparator: text,
  notesSeparator: text,
  minutes: z.coerce.number().positive().max(6000),
  marking: text,
  footer: text,
  sources: z.map(z.string(), z.union([text.transform((value): Source => ({ text: value })), source])),
};

/** Reads the known keys; what does not fit its schema is a problem, and the default holds. Unknown keys are ignored. */
export function readSettings(values: ReadonlyMap<string, unknown>): {
  readonly settings: DeckSettings;
  readonly problems: readonly { readonly key: string; readonly message: string }[];
} {
  const settings: Record<string, unknown> = { ...defaultSettings };
  const problems: { key: string; message: string }[] = [];
  for (const [key, value] of values) {
    if (value === null) continue;
    if (key === 'revealOptions') {
      settings[key] = readRevealOptions(value, problems);
    } else if (Object.hasOwn(fields, key)) {
      const parsed = fields[key]?.safeParse(value);
      if (parsed?.success) settings[key] = parsed.data;
      else
        problems.push({
          key,
          message: `The front matter’s ${key} ${parsed?.error.issues[0]?.message ?? 'is not valid'}.`,
        });
    }
  }
  // Each key was checked by its own schema above.
  return { settings: settings as unknown as DeckSettings, problems };
}

function readRevealOptions(
  value: unknown,
  problems: { key: string; message: string }[],
): DeckSettings['revealOptions'] {
  const options: Record<string, string | number | boolean> = {};
  if (!(value instanceof Map)) {
    problems.push({
      key: 'revealOptions',
      message: 'The front matter’s revealOptions are not a list of “key: value” lines.',
    });
    return options;
  }
  for (const [name, option] of value as ReadonlyMap<unknown, unknown>) {
    const schema = typeof name === 'string' && Object.hasOwn(revealOptions, name) ? revealOptions[name] : undefined;
    const parsed = schema?.safeParse(option);
    if (typeof name === 'string' && parsed?.success) options[name] = parsed.data;
    else
      problems.push({
        key: 'revealOptions',
        message: `revealOptions: ${String(name)} is not an option that a deck may set, or not with this value; it is ignored.`,
      });
  }
  return options;
}
