/** A key press as the browser reports it, or as much of it as matters here. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const onMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);

/**
 * Whether a key press is this combination, such as `Mod+Shift+Z`: `Mod` is Ctrl, or Command on a Mac. Letters go by what is
 * written on the key, and a sign such as `?` holds whatever it takes to type it; the space bar is a key like any other.
 */
export function isKey(press: KeyPress, combination: string): boolean {
  const parts = combination.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string) => parts.includes(name);
  const typed = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  if (typed !== key) return false;
  const sign = key.length === 1 && !/[A-Z0-9 ]/.test(key);
  const mod = onMac ? press.metaKey : press.ctrlKey;
  const other = onMac ? press.ctrlKey : press.metaKey;
  return mod === wants('Mod') && !other && press.altKey === wants('Alt') && (sign || press.shiftKey === wants('Shift'));
}

const names: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
  Escape: 'Esc',
  ' ': 'Space',
  PageUp: 'Page ↑',
  PageDown: 'Page ↓',
  Mod: onMac ? '⌘' : 'Ctrl',
  Alt: onMac ? '⌥' : 'Alt',
  Shift: 'Shift',
};

/** The parts of a combination as they stand on keys, such as `Ctrl`, `Z`. */
export function keyNames(combination: string): readonly string[] {
  return combination.split('+').map((part) => names[part] ?? part);
}

/** A combination in the form of the `aria-keyshortcuts` attribute. */
export function ariaKeys(combination: string): string {
  return combination
    .split('+')
    .map((part) => (part === 'Mod' ? (onMac ? 'Meta' : 'Control') : part))
    .join('+');
}

/** Whether keys without a modifier are for writing where the focus is. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
