import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Site } from '../site.ts';

/** Largest file of a deck that is printed, in bytes: an engine holds the whole of it as one text. */
export const largestPrinted = 256 * 1024 * 1024;

/** A file of a deck that was asked for and not given. */
export interface AssetProblem {
  /** Path from the deck’s folder. */
  readonly path: string;
  /** It does not say where the deck names the file. */
  readonly diagnostic: Diagnostic;
}

/** A site that remembers which of a deck’s files were asked for and could not be given. */
export interface WatchedSite {
  readonly site: Site;
  /** Each such file once, so far. */
  problems(): readonly AssetProblem[];
  /** The files that were given, by their addresses below the deck’s folder. */
  given(): readonly string[];
}

/** Watches `site` for files below the path `assets`, which ends with `/`, and refuses those over {@link largestPrinted}. */
export function watchAssets(site: Site, assets: string): WatchedSite {
  const found = new Map<string, Diagnostic>();
  const given = new Set<string>();
  return {
    async site(request) {
      const response = await site(request);
      const { pathname } = new URL(request.url);
      if (!pathname.startsWith(assets)) return response;
      const name = readable(pathname.slice(assets.length));
      if (!response.ok) found.set(name, missing(name));
      const size = Number(response.headers.get('content-length') ?? 0);
      if (response.ok && size <= largestPrinted) given.add(pathname.slice(assets.length));
      if (size <= largestPrinted) return response;
      found.set(name, tooLarge(name, size));
      await response.body?.cancel();
      return new Response('Too large to print.', { status: 413 });
    },
    problems: () => Array.from(found, ([path, diagnostic]) => ({ path, diagnostic })),
    given: () => [...given].toSorted(),
  };
}

function missing(name: string): Diagnostic {
  return {
    code: 'missing-file',
    severity: 'warning',
    message: `“${name}” is not a file in the deck’s folder that can be shown. Copy it there, or correct its name.`,
  };
}

function tooLarge(name: string, bytes: number): Diagnostic {
  return {
    code: 'file-too-large',
    severity: 'warning',
    message: `${name} has ${bytes.toLocaleString('en')} bytes; files up to ${largestPrinted.toLocaleString('en')} (256 MiB) are printed: its place says so on the page.`,
  };
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
