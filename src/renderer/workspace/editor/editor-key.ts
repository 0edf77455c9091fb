import type { Command, KeyBinding } from '@codemirror/view';

/** A key of the source editor: what the list under `?` shows, and what the editor does. */
export interface EditorKey {
  readonly label: string;
  /** Such as `Mod+Shift+K`; the first is the one shown. */
  readonly keys: readonly string[];
  /** `null` for what the editor's library does by itself. */
  readonly run: Command | null;
}

/** The bindings of a table of keys, as the editor wants them. */
export function keyBindings(table: readonly EditorKey[]): readonly KeyBinding[] {
  return table.flatMap(({ keys, run }) =>
    run === null
      ? []
      : keys.map((key): KeyBinding => ({
          key: codeMirrorKey(key),
          run,
          ...(key.includes('Mod') ? { preventDefault: true } : {}),
        })),
  );
}

function codeMirrorKey(combination: string): string {
  const parts = combination.split('+');
  const last = parts.at(-1) ?? '';
  return [...parts.slice(0, -1), last.length === 1 ? last.toLowerCase() : last].join('-');
}
