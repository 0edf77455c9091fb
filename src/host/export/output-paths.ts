import { basename, dirname, extname, join } from 'node:path';
import type { ExportedFile } from './writer.ts';

/** `%d`, or `%03d` for a number of at least three digits. */
const place = /%(?:0(\d))?d/;

/**
 * Where the files of an export go. One file goes to `target`. Several get the numbers of their slides: in place of a `%d` in
 * the target’s name, else before its extension; all of them as wide as the largest, so that they sort.
 */
export function outputPaths(target: string, files: readonly Pick<ExportedFile, 'slide'>[]): readonly string[] {
  const [folder, name] = [dirname(target), basename(target)];
  if (files.length === 1 && !place.test(name)) return [target];
  const pattern = place.test(name) ? name : withPlace(name);
  const largest = Math.max(0, ...files.map(({ slide }) => slide ?? 0));
  const chosen = place.exec(name);
  const width = chosen === null ? String(largest).length : Number(chosen[1] ?? 1);
  return files.map(({ slide }, i) => join(folder, pattern.replace(place, String(slide ?? i + 1).padStart(width, '0'))));
}

function withPlace(name: string): string {
  const extension = extname(name);
  return `${basename(name, extension)}-%d${extension}`;
}

/** Where the manifest of an export to `target` goes: beside it. */
export function manifestPath(target: string): string {
  const name = basename(target)
    .replace(place, '')
    .replace(/[-_. ]+(?=\.[^.]*$)/, '');
  return join(dirname(target), `${name}.manifest.json`);
}
