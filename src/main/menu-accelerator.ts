import type { CommandInfo } from '../contract/commands.ts';

/** Names of keys that Electron spells in another way than pages do. */
const spelled: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/**
 * The key that a menu shows for a command, in Electron's spelling; `null` for none. Letters and signs by themselves are typed
 * in a text and have no place in a menu.
 *
 * A Mac registers every key that a menu shows, for when the page leaves it alone. There, only those are shown that mean their
 * command wherever the focus is: Delete in a menu would delete slides for somebody who deletes a letter in a form.
 */
export function menuAccelerator({ keys, keysIn }: CommandInfo, mac: boolean): string | null {
  const key = keys.find((candidate) => !isPlain(candidate) && !(mac && !isForMac(candidate, keysIn)));
  return key === undefined
    ? null
    : key
        .split('+')
        .map((part) => spelled[part] ?? part)
        .join('+');
}

function isPlain(key: string): boolean {
  return key.length === 1;
}

function isForMac(key: string, keysIn: CommandInfo['keysIn']): boolean {
  return keysIn === 'everywhere' && /^(?:Mod\+|Alt\+|(?:Shift\+)?F\d)/.test(key);
}
