import { filePlaces } from '../../core/checks/file-places.ts';
import { createDeck } from '../../core/deck/deck-state.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { brokenPicture } from '../../core/export/broken-picture.ts';
import type { AssetProblem } from './asset-problems.ts';

/**
 * What was wrong with an export, each thing once: files that could not be given are told where the deck names them, and what the pages
 * saw of the same files is left out.
 * @param slides numbers of the slides that were exported
 * @param files what {@link watchAssets} found
 */
export function toldProblems(
  text: string,
  slides: ReadonlySet<number>,
  diagnostics: readonly Diagnostic[],
  files: readonly AssetProblem[],
): readonly Diagnostic[] {
  const places = files.length === 0 ? [] : filePlaces(createDeck(text), new Set(files.map(({ path }) => path)));
  const shown = Map.groupBy(
    places.filter(({ slide }) => slides.has(slide)),
    ({ path }) => path,
  );
  const placed = files.flatMap(({ path, diagnostic }): readonly Diagnostic[] => {
    const here = shown.get(path.normalize('NFC')) ?? [];
    return here.length === 0
      ? [diagnostic]
      : here.map(({ slide, line, column }) => ({ ...diagnostic, slide, line, column }));
  });
  const seen = new Set(
    [...shown].flatMap(([path, here]) =>
      here.map(({ slide }) => brokenPicture(path.slice(path.lastIndexOf('/') + 1), slide)).map(identity),
    ),
  );
  const all = [...diagnostics.filter((one) => !seen.has(identity(one))), ...placed];
  // Parts of a deck find the same in what they share.
  return [...new Map(all.map((one) => [identity(one), one])).values()];
}

function identity({ code, message, slide = 0, line = 0, column = 0 }: Diagnostic): string {
  return JSON.stringify([code, message, slide, line, column]);
}
