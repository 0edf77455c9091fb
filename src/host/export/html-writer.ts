import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { slidesAnswer, type WebSlides } from '../../contract/slides-job.ts';
import { sharedAsset, webPageIds, type WebPageSettings } from '../../contract/web-page.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { xmlText } from '../../core/export/xml.ts';
import { type MadeOfSlides, type SlidesVisit, visitSlides } from './visit-slides.ts';
import type { FormatWriter, WriterTools } from './writer.ts';

/** Largest file that is written into a page, in bytes: browsers refuse what is much larger. */
const largestInlined = 128 * 1024 * 1024;

/** What the page may do: run its one script, show what is written into it, and nothing else. */
function contentPolicy(scriptHash: string): string {
  return [
    `default-src 'none'`,
    `script-src 'sha256-${scriptHash}'`,
    `style-src 'unsafe-inline'`,
    `img-src data:`,
    `media-src data:`,
    `font-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types default dompurify`,
  ].join('; ');
}

/**
 * Makes web pages of decks: one file that needs no network and no other file, with reveal.js in it. Its slides are what the
 * engine’s page sanitised; notes are in it if they are wanted. Rejects with a Failure: `no-such-slide`, `bad-arguments`, or
 * what the engine rejects with.
 */
export function htmlWriter(tools: WriterTools): FormatWriter {
  return async (order, signal, onProgress) => {
    const notes = order.options.notes !== 'none';
    const make = (visit: SlidesVisit) => webPage(visit, tools, notes);
    return visitSlides(tools, order, { make: 'web-page', notes }, make, signal, onProgress);
  };
}

async function webPage(visit: SlidesVisit, { bundle, version }: WriterTools, notes: boolean): Promise<MadeOfSlides> {
  const { page, deck, onProgress } = visit;
  // Written by our own page to the contract’s type.
  const web = JSON.parse(await page.text(slidesAnswer)) as WebSlides;
  onProgress({ phase: 'write', done: 0, total: deck.slides.length });
  const [script, look, { addresses, diagnostics }] = await Promise.all([
    readFile(join(bundle, 'player', 'player.js'), 'utf8'),
    readFile(join(bundle, 'player', 'player.css'), 'utf8'),
    inlined(web.assets, visit),
  ]);
  const { title, settings } = deck;
  const { author = '', subtitle = '', lang = 'en', size, revealOptions } = settings;
  const told: WebPageSettings = { title, size, revealOptions, hasNotes: notes };
  const program = script.replaceAll('</script', '<\\/script').trim();
  const css =
    `${look}\n@page { size: ${size.width}px ${size.height}px; margin: 0; }\n${withAddresses(web.css, addresses)}`.replaceAll(
      '</',
      '<\\/',
    );
  const meta = (name: string, content: string) =>
    content === '' ? '' : `<meta name="${name}" content="${xmlText(content)}">\n`;
  const attributes = Object.entries(web.look).map(([name, value]) => ` ${name}="${xmlText(value)}"`);
  const html =
    `<!doctype html>\n<html lang="${xmlText(lang)}" class="as-pages print-pdf">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(createHash('sha256').update(program).digest('base64'))}">\n` +
    `${meta('viewport', 'width=device-width, initial-scale=1')}${meta('referrer', 'no-referrer')}` +
    `${meta('generator', `Lectern ${version}`)}${meta('author', author)}${meta('description', subtitle)}` +
    `<title>${xmlText(title)}</title>\n<style>\n${css}\n</style>\n</head>\n<body>\n` +
    `<main id="${webPageIds.deck}" class="player-deck"${attributes.join('')}>\n<div class="reveal" aria-label="${xmlText(title)}">\n<div class="slides">\n` +
    `${withSharedAddresses(web.columns.join('\n'), addresses)}\n</div>\n</div>\n</main>\n` +
    `<script type="application/json" id="${webPageIds.settings}">${JSON.stringify(told).replaceAll('<', '\\u003c')}</script>\n` +
    `<script>${program}</script>\n</body>\n</html>\n`;
  return { files: [{ bytes: new Uint8Array(Buffer.from(html)), slide: null }], diagnostics };
}

/** The files as `data:` addresses, in their order; one that is not there keeps its name, which the page then shows. */
async function inlined(
  paths: readonly string[],
  { site, assets, signal }: SlidesVisit,
): Promise<{ readonly addresses: readonly string[]; readonly diagnostics: readonly Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const addresses: string[] = [];
  for (const path of paths) {
    signal.throwIfAborted();
    const response = await site(new Request(`https://lectern.invalid${path}`));
    const name = path.startsWith(assets) ? path.slice(assets.length) : path;
    const size = Number(response.headers.get('content-length') ?? 0);
    if (!response.ok || size > largestInlined) {
      await response.body?.cancel();
      if (response.ok) diagnostics.push(tooLarge(name, size));
      addresses.push(name);
      continue;
    }
    const type = (response.headers.get('content-type') ?? '').replace(/;.*$/, '');
    addresses.push(`data:${type};base64,${Buffer.from(await response.arrayBuffer()).toString('base64')}`);
  }
  return { addresses, diagnostics };
}

function withAddresses(text: string, addresses: readonly string[]): string {
  return text.replace(/\basset:(\d+)/g, (_, place: string) => addresses[Number(place)] ?? '');
}

/** Writes each file out where it is first shown; further places name the first one. */
function withSharedAddresses(markup: string, addresses: readonly string[]): string {
  const written = new Set<string>();
  return markup.replace(/ ([\w-]+)="asset:(\d+)(?:,[^"]*)?"/g, (_, attribute: string, place: string) => {
    if (written.has(place)) return ` ${sharedAsset.later}${attribute}="${place}"`;
    written.add(place);
    const count = markup.split(`"asset:${place}"`).length - 1;
    const first = count > 1 ? ` ${sharedAsset.first}="${place} ${attribute}"` : '';
    return ` ${attribute}="${xmlText(addresses[Number(place)] ?? '')}"${first}`;
  });
}

function tooLarge(name: string, bytes: number): Diagnostic {
  return {
    code: 'file-too-large',
    severity: 'warning',
    message: `${name} has ${bytes.toLocaleString('en')} bytes; a page holds files up to ${largestInlined.toLocaleString('en')} (128 MiB): it is left out.`,
  };
}
