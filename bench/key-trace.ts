import type { Browser, CDPSession } from '@playwright/test';
import type { Window } from './app-window.ts';

/** What one press of a key costs, from Chromium's own trace, in milliseconds. */
export interface KeyCost {
  /** From the key's event to the end of the main thread's part (style, layout, paint, commit) of the frame that shows it. */
  readonly paint: number;
  /** Of that, what the main thread ran: without what it waited for a frame, for other threads, and for other programs. */
  readonly ran: number;
  /** Script, style and layout of the main thread up to the end of that frame; time that the thread ran. */
  readonly work: number;
  /** The same with all that comes after that frame, until the next key. */
  readonly all: number;
}

export interface KeyPresses {
  readonly keys: readonly string[];
  /** The event whose next frame shows what the key did. */
  readonly shownAfter: 'keydown' | 'input';
  /** Milliseconds between two keys. */
  readonly pause: number;
}

/** An event of a trace. Times are in microseconds; `tdur` is how long the thread ran, where `dur` goes by the clock. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly data?: EventData };
}

interface EventData {
  readonly type?: string;
  readonly timeStamp?: number;
  readonly processingStart?: number;
}

const workNames = new Set([
  'EventDispatch',
  'FunctionCall',
  'FireAnimationFrame',
  'TimerFire',
  'FireIdleCallback',
  'RunMicrotasks',
  'EvaluateScript',
  'UpdateLayoutTree',
  'Layout',
  'MinorGC',
  'MajorGC',
]);

/** Presses keys one after the other and reads what each of them cost. */
export async function traceKeys({ page }: Window, presses: KeyPresses): Promise<readonly KeyCost[]> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('A page without a browser');
  const events = await traced(browser, async () => {
    for (const key of presses.keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(presses.pause);
    }
  });
  return costsOf(events, presses.shownAfter);
}

async function traced(browser: Browser, act: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const cdp: CDPSession = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  const ended = new Promise<void>((resolve) => cdp.on('Tracing.tracingComplete', () => resolve()));
  const includedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
  await cdp.send('Tracing.start', { traceConfig: { includedCategories }, transferMode: 'ReportEvents' });
  await act();
  await cdp.send('Tracing.end');
  await ended;
  await cdp.detach();
  return events.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

/** The cost of each key in a trace that holds nothing else that is typed. */
export function costsOf(events: readonly TraceEvent[], shownAfter: KeyPresses['shownAfter']): readonly KeyCost[] {
  const isEvent = (event: TraceEvent, type: string): boolean =>
    event.name === 'EventDispatch' && event.args.data?.type === type;
  const first = events.find((event) => isEvent(event, 'keydown'));
  const main = events.filter(({ pid, tid }) => pid === first?.pid && tid === first.tid);
  const keys = main.filter((event) => isEvent(event, 'keydown'));
  const waits = main
    .filter(({ name, ph, args }) => name === 'EventTiming' && ph === 'b' && args.data?.type === 'keydown')
    .map(({ args: { data } }) => (data?.processingStart ?? 0) - (data?.timeStamp ?? 0));
  return keys.flatMap((key, i): KeyCost[] => {
    const until = keys[i + 1]?.ts ?? Infinity;
    const shown = main.find((event) => event.ts >= key.ts && event.ts < until && isEvent(event, shownAfter));
    const frame = main.find((event) => event.name === 'Commit' && shown !== undefined && event.ts >= endOf(shown));
    if (frame === undefined || frame.ts >= until) return [];
    const end = endOf(frame);
    return [
      {
        paint: (waits[i] ?? 0) + (end - key.ts) / 1000,
        ran: ranIn(main, ({ name }) => name === 'RunTask', { from: key.ts, to: end }),
        work: ranIn(main, ({ name }) => workNames.has(name), { from: key.ts, to: end }),
        all: ranIn(main, ({ name }) => workNames.has(name), { from: key.ts, to: until }),
      },
    ];
  });
}

function endOf({ ts, dur = 0 }: TraceEvent): number {
  return ts + dur;
}

/** Milliseconds that the thread ran in events of some kind in a span of time; what lies within another of them counts once. */
function ranIn(
  events: readonly TraceEvent[],
  counts: (event: TraceEvent) => boolean,
  span: { readonly from: number; readonly to: number },
): number {
  let ran = 0;
  let covered = -Infinity;
  for (const event of events) {
    if (event.ph !== 'X' || endOf(event) < span.from || event.ts >= span.to || !counts(event)) continue;
    if (endOf(event) <= covered) continue;
    covered = endOf(event);
    ran += event.tdur ?? 0;
  }
  return ran / 1000;
}
