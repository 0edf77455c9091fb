import { createClient, type HostClient } from '../contract/client.ts';
import type { FirstSlideOptions } from './first-slide/first-slide.ts';
import { readCodeColours } from './slide/code-colours.ts';
import { createTransport } from './transport/index.ts';
import { startPlace } from './workspace/place.ts';
import { applyRememberedTheme } from './workspace/settings/apply-theme.ts';

/**
 * What a window runs first. It asks for the slide that it was opened for, and shows it; the program with everything to work on it, which
 * is several times as much to read, comes after that. So nothing here may import what a slide alone does not need, and what the slide
 * needs is read while the host looks for it.
 */
async function start(): Promise<void> {
  applyRememberedTheme();
  const client = createClient(createTransport());
  const asked = askForFirstSlide(client);
  const [{ installTrustedTypes }, { showFirstSlide }] = await Promise.all([
    import('./slide/trusted-types.ts'),
    import('./first-slide/first-slide.ts'),
  ]);
  installTrustedTypes();
  const options = await asked;
  const first = options && (await showFirstSlide(options));
  const [{ startProgram }] = await Promise.all([import('./workspace/program.tsx'), readCodeColours()]);
  startProgram(client, first);
}

/** `null` where a window begins elsewhere, and where nobody answers: of that, the program tells. */
async function askForFirstSlide(client: HostClient): Promise<FirstSlideOptions | null> {
  const app = await client.call('app.describe', {}).catch(() => null);
  const place = startPlace(location.hash, app?.open ?? null);
  if (place.kind !== 'deck') return null;
  const glance = client.call('deck.glance', { deck: place.deck });
  // It may fail before anybody looks at it.
  glance.catch(() => undefined);
  return { glance, number: place.slide ?? 1, top: 0 };
}

start().catch((error: unknown) => {
  // Nothing is there to tell it with but the page.
  document.body.textContent = `Lectern could not start: a part of it could not be read. Install it again. (${String(error)})`;
});
