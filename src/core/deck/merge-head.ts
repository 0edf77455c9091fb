import { mergeLines } from './merge-lines.ts';

/** One key of front matter with the lines that belong to it; '' for what stands before the first key. */
interface HeadEntry {
  readonly key: string;
  readonly lines: string;
}

/**
 * Merges two edits of the front matter: line by line, and where that fails key by key.
 * @returns `null` where both changed the same key
 */
export function mergeHead(base: string, mine: string, theirs: string): string | null {
  return mergeLines(base, mine, theirs) ?? mergeKeys(base, mine, theirs);
}

function mergeKeys(base: string, mine: string, theirs: string): string | null {
  const [old, ours, other] = [base, mine, theirs].map(entries);
  if (old === undefined || ours === undefined || other === undefined) return null;
  if (ours === null || other === null) return null;
  const merged: string[] = [];
  const mineKeys = new Set(ours.map(({ key }) => key));
  const last = other.filter(({ key }) => !mineKeys.has(key));
  for (const { key, lines } of ours) {
    const was = valueOf(old, key);
    const their = valueOf(other, key);
    const kept = lines === was ? their : their === was || their === lines ? lines : null;
    if (kept === null) {
      // Untouched here and taken away there.
      if (lines === was) continue;
      return null;
    }
    merged.push(kept);
  }
  for (const { key, lines } of last) {
    const was = valueOf(old, key);
    if (was === lines) continue;
    // Taken away here and changed there.
    if (was !== null) return null;
    merged.push(lines);
  }
  return `---\n${merged.join('')}---\n`;
}

function valueOf(list: readonly HeadEntry[] | null, key: string): string | null {
  return list?.find((entry) => entry.key === key)?.lines ?? null;
}

/** The entries of front matter in the plain form of lines with `key:`; `null` for anything else, or for none. */
function entries(head: string): readonly HeadEntry[] | null {
  const yaml = /^---[ \t]*\n([\s\S]*?)---[ \t]*\n?$/.exec(head)?.[1];
  if (yaml === undefined) return null;
  const found: { key: string; lines: string }[] = [];
  for (const line of yaml.split(/(?<=\n)/)) {
    const key = /^([A-Za-z_][\w-]*)[ \t]*:/.exec(line)?.[1];
    const current = found.at(-1);
    if (key === undefined && current !== undefined) current.lines += line;
    else if (line !== '') found.push({ key: key ?? '', lines: line });
  }
  return new Set(found.map(({ key }) => key)).size === found.length ? found : null;
}
