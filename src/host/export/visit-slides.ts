import type { SlidesJob } from '../../contract/slides-job.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { createDeckRegistry } from '../deck-registry.ts';
import { createSite, type Site } from '../site.ts';
import { watchAssets } from './asset-problems.ts';
import { type DeckSlides, lookSettings } from './deck-slides.ts';
import { whileStarting } from './print-engine.ts';
import type { ReadyPage } from './ready-page.ts';
import type { ExportedFile, ExportOrder, Made, OnProgress, WriterTools } from './writer.ts';

/** Milliseconds allowed: what a slow machine needs to start a browser, and a second for each 500 characters. */
const startTime = 60_000;
const timePerCharacter = 2;

const jobPath = '/slides-job.json';

/** Slides that are laid out in a page of the engine. */
export interface SlidesVisit {
  readonly page: ReadyPage;
  readonly deck: DeckSlides;
  /** The site that the page is on; addresses are relative to any origin. */
  readonly site: Site;
  /** Path of the deck’s folder on the site; ends with `/`. */
  readonly assets: string;
  readonly onProgress: OnProgress;
  /** Stops the work that `use` does. */
  readonly signal: AbortSignal;
}

/**
 * Lays the slides of an order out in a page of the engine and lets `use` make bytes of them. The browser starts while the deck
 * is taken apart. Rejects with a Failure: `no-such-slide`, `bad-arguments`, or what the engine or `use` rejects with.
 */
export async function visitSlides(
  { bundle, engine }: WriterTools,
  order: ExportOrder,
  what: Pick<SlidesJob, 'make' | 'notes'>,
  use: (visit: SlidesVisit) => Promise<MadeOfSlides>,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<Made> {
  const decks = createDeckRegistry();
  const { deck } = await decks.admit(order.deckPath);
  const assets = `/deck/${deck}/`;
  const files = watchAssets(createSite({ bundle, decks }), assets);
  const planned = await whileStarting(engine, async () => (await import('./deck-slides.ts')).deckSlides(order));
  const { title, slides } = planned;
  onProgress({ phase: 'layout', done: 0, total: slides.length });
  const document: SlidesJob = { title, settings: lookSettings(planned), slides, assets, ...what };
  const site: Site = async (request) => {
    if (new URL(request.url).pathname !== jobPath) return files.site(request);
    return new Response(JSON.stringify(document), { headers: { 'Content-Type': 'application/json' } });
  };

  const onPages: Diagnostic[] = [];
  // A job that is tried once more reports again, and only that counts.
  const report = (found: readonly Diagnostic[]): void => void onPages.splice(0, onPages.length, ...found);
  const timeoutMs = startTime + timePerCharacter * order.text.length;
  const made = await engine.open(
    { site, page: '/slides.html', ...planned.settings.size, timeoutMs, report },
    (page) => use({ page, deck: planned, site: files.site, assets, onProgress, signal }),
    signal,
  );
  const { toldProblems } = await import('./told-problems.ts');
  return {
    files: made.files,
    pages: planned.slides.length,
    leftOut: planned.leftOut,
    diagnostics: toldProblems(
      order.text,
      new Set(planned.summaries.map(({ number }) => number)),
      [...planned.diagnostics, ...onPages, ...(made.diagnostics ?? [])],
      files.problems(),
    ),
    assets: files.given(),
  };
}

/** What a format makes of slides. */
export interface MadeOfSlides {
  readonly files: readonly ExportedFile[];
  readonly diagnostics?: readonly Diagnostic[];
}
