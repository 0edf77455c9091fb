import { installTrustedTypes } from './slide/trusted-types.ts';
import { createClient, type HostClient } from '../contract/client.ts';
import { type FirstSlide, showFirstSlide } from './first-slide/first-slide.ts';
import { createTransport } from './transport/index.ts';
import { startPlace } from './workspace/place.ts';
import { applyRememberedTheme } from './workspace/settings/apply-theme.ts';
import './slide/fonts.css';
import './slide/look.css';
import './workspace/tokens.css';
import './workspace/app.css';
import './workspace/workspace.css';
import './workspace/navigator/navigator.css';
import './workspace/panels/panels.css';
import './stage/stage.css';

/**
 * What a window runs first. It shows the slide that it was opened for; the program with everything to work on it, which is several
 * times as much to read, comes after that. So nothing here may import what a slide alone does not need.
 */
async function start(): Promise<void> {
  installTrustedTypes();
  applyRememberedTheme();
  const client = createClient(createTransport());
  const first = await firstSlide(client);
  const { startProgram } = await import('./workspace/program.tsx');
  startProgram(client, first);
}

/** `null` where a window begins elsewhere, and where it cannot be shown: of that, the program tells. */
async function firstSlide(client: HostClient): Promise<FirstSlide | null> {
  const app = await client.call('app.describe', {}).catch(() => null);
  const place = startPlace(location.hash, app?.open ?? null);
  return place.kind === 'deck' ? showFirstSlide({ client, deck: place.deck, number: place.slide ?? 1, top: 0 }) : null;
}

void start();
