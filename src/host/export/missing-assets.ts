import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Site } from '../site.ts';

/** A site that remembers which of a deck’s files were asked for and are not there. */
export interface WatchedSite {
  readonly site: Site;
  /** One diagnostic for each missing file, so far. */
  missing(): readonly Diagnostic[];
}

/** Watches `site` for files below the path `assets`, which ends with `/`. */
export function watchAssets(site: Site, assets: string): WatchedSite {
  const missing = new Set<string>();
  return {
    async site(request) {
      const response = await site(request);
      const { pathname } = new URL(request.url);
      if (!response.ok && pathname.startsWith(assets)) missing.add(readable(pathname.slice(assets.length)));
      return response;
    },
    missing: () =>
      [...missing].map((name) => ({
        code: 'missing-file',
        severity: 'warning',
        message: `${name} is not a file in the deck’s folder that can be shown: its place says so on the page.`,
      })),
  };
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
