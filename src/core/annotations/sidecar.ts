import type { EditorState } from '@codemirror/state';
import { slideBody, slideIndex } from '../deck/slide-index.ts';
import { deckText } from '../deck/deck-state.ts';
import { Failure } from '../failure.ts';
import type { Annotation, ForeignAnnotation } from './annotation.ts';
import { annotations as annotationsOf } from './annotation-field.ts';
import { type InkPoint, type InkStroke, strokePath } from './ink.ts';
import { fingerprint, matchSlides, type SlideTrace, traceOf } from './likeness.ts';
import { collection, formatVersion, type InkJson, inkAnnotation, slideSelector } from './sidecar-schema.ts';

/** What a sidecar holds, its annotations on the slides where they belong. */
export interface LoadedAnnotations {
  readonly annotations: readonly Annotation[];
  /** Why the sidecar, or a part of it, could not be read. What was not read must not be written over. */
  readonly problem: Failure | null;
  /** Whether the sidecar must be left as it is: it cannot be read, or a later version of Lectern wrote it. */
  readonly readOnly: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a sidecar for a deck and finds the slide of each annotation.
 * @param text the sidecar's text; `null` where there is none
 * @param deck the deck as it is now; its slide keys are the ones that the annotations name
 */
export function loadAnnotations(text: string | null, deck: EditorState): LoadedAnnotations {
  if (text === null) return { annotations: [], problem: null, readOnly: false };
  const parsed = parseCollection(text);
  if (parsed instanceof Failure) return { annotations: [], problem: parsed, readOnly: true };
  const later = parsed.version > formatVersion;
  const keys = slideIndex(deck).slides.map(({ key }) => key);
  const traces = parsed.items.map(traceIn);
  // Annotations of one slide carry one trace: it is matched once, so that they stay together.
  const distinct = [...new Map(traces.map((trace) => [traceName(trace), trace])).values()];
  const places = matchSlides(distinct, traceSlides(deck));
  const keyOf = new Map(distinct.map((trace, i) => [traceName(trace), keys[places[i] ?? -1] ?? '']));
  const problem = later
    ? new Failure({
        code: 'read-only',
        message: `The annotations are of format ${parsed.version}; this version of Lectern writes format ${formatVersion}.`,
        wayOut: 'They are shown, and left as they are: use the newer Lectern to change them.',
      })
    : null;
  return {
    annotations: parsed.items.map((item, i) =>
      annotationFrom(item, keyOf.get(traceName(traces[i] ?? unknownTrace)) ?? '', i),
    ),
    problem,
    readOnly: later,
  };
}

function parseCollection(text: string): { readonly version: number; readonly items: readonly Json[] } | Failure {
  const unreadable = (cause: string) =>
    new Failure({
      code: 'unreadable',
      message: `The annotations file cannot be read: ${cause}.`,
      wayOut:
        'The deck is open without them and their file is left as it is: repair it, or move it away to start afresh.',
    });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
  const parsed = collection.safeParse(json);
  if (!parsed.success) return unreadable('it is JSON, but not a collection of annotations that Lectern wrote');
  return { version: parsed.data['lectern:version'], items: parsed.data.items };
}

const unknownTrace: SlideTrace = { id: null, fingerprint: '', text: '' };

function traceIn(item: Json): SlideTrace {
  const target = item['target'];
  const selector = slideSelector.safeParse(
    typeof target === 'object' && target !== null ? (target as Json)['selector'] : undefined,
  );
  if (!selector.success) return unknownTrace;
  return { id: selector.data.id ?? null, fingerprint: selector.data.fingerprint, text: selector.data.exact };
}

function traceName({ id, fingerprint: print, text }: SlideTrace): string {
  return JSON.stringify([id, print, text]);
}

function traceSlides(deck: EditorState): readonly SlideTrace[] {
  return slideIndex(deck).slides.map((slide) => traceOf(slideBody(deck, slide), slide.attributes.get('id') ?? null));
}

function annotationFrom(item: Json, slide: string, at: number): Annotation {
  const ink = inkAnnotation.safeParse(item);
  if (!ink.success) {
    const id = typeof item['id'] === 'string' ? item['id'] : `urn:lectern:item:${at}`;
    return { kind: 'foreign', id, slide, source: item } satisfies ForeignAnnotation;
  }
  const { id, created, body } = ink.data;
  const points = body.points.map(([x, y, pressure, time]): InkPoint => ({ x, y, pressure, time }));
  return { kind: 'ink', id, slide, points, color: body.color, width: body.width, created, source: item };
}

/**
 * The sidecar for a deck's annotations.
 * @param previous the sidecar as it was read, to keep what other programs wrote into it
 * @returns `null` where there is nothing to store and nothing was stored before
 */
export function sidecarText(deck: EditorState, previous: string | null): string | null {
  const all = annotationsOf(deck);
  if (all.length === 0 && previous === null) return null;
  const index = slideIndex(deck);
  const targets = new Map<string, Json>([
    // Slides that vanished in this session: what is on them can still be found when they come back.
    ...Array.from(index.lost, ([key, trace]) => [key, selectorOf(trace)] as const),
    ...index.slides.map(
      (slide, i) =>
        [
          slide.key,
          { ...selectorOf(traceOf(slideBody(deck, slide), slide.attributes.get('id') ?? null)), number: i + 1 },
        ] as const,
    ),
  ]);
  const kept = previous === null ? {} : keptFields(previous);
  const document = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { lectern: 'urn:lectern:' }],
    type: 'AnnotationCollection',
    ...kept,
    'lectern:version': formatVersion,
    'lectern:deck': fingerprint(deckText(deck)),
    total: all.length,
    items: all.map((annotation) => itemFor(annotation, targets.get(annotation.slide))),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function keptFields(previous: string): Json {
  try {
    const parsed = collection.safeParse(JSON.parse(previous));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

function selectorOf({ id, fingerprint: print, text }: SlideTrace): Json {
  return { type: 'lectern:SlideSelector', id, fingerprint: print, exact: text };
}

function itemFor(annotation: Annotation, selector: Json | undefined): Json {
  const source = annotation.source ?? {};
  const target = record(source['target']);
  // What has no slide now keeps the trace of the one it had, so that it can still be found.
  const trace = selector ?? (Object.hasOwn(target, 'selector') ? {} : noSelector);
  const targeted = { ...target, selector: { ...record(target['selector']), ...trace } };
  if (annotation.kind === 'foreign')
    return Object.hasOwn(target, 'selector') ? { ...source, target: targeted } : source;
  return {
    ...source,
    ...inkJson(annotation),
    target: targeted,
    body: { ...record(source['body']), ...inkBody(annotation) },
  };
}

function inkJson({ id, created }: InkStroke): Pick<InkJson, 'type' | 'id' | 'motivation' | 'created'> {
  return { type: 'Annotation', id, motivation: 'lectern:ink', created };
}

function inkBody(stroke: InkStroke): InkJson['body'] {
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    type: 'lectern:Ink',
    color: stroke.color,
    width: stroke.width,
    points: stroke.points.map(({ x, y, pressure, time }) => [round(x), round(y), round(pressure), Math.round(time)]),
    svg: strokePath(stroke),
  };
}

const noSelector: Json = { type: 'lectern:SlideSelector', id: null, fingerprint: '', exact: '' };

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
