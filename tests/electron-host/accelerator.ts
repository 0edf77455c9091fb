const modifiers = /^(?:Command|Cmd|Control|Ctrl|CommandOrControl|CmdOrCtrl|Alt|Option|AltGr|Shift|Super|Meta)$/i;
const keys =
  /^(?:[0-9A-Z]|F(?:[1-9]|1\d|2[0-4])|[)!@#$%^&*(:;+=<,_\->.?/~`{\][|\\}"']|Plus|Space|Tab|Capslock|Numlock|Scrolllock|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc|VolumeUp|VolumeDown|VolumeMute|PrintScreen|num(?:[0-9]|dec|add|sub|mult|div))$/i;

/** Throws for a combination that is not in the form that Electron's documentation of accelerators gives. */
export function assertAccelerator(text: string): void {
  const parts = text.split('+');
  const key = parts.pop() ?? '';
  if (!keys.test(key) || !parts.every((part) => modifiers.test(part)))
    throw new TypeError(`“${text}” is no accelerator of Electron’s.`);
}
