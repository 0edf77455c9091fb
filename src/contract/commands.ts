/** The menus that commands stand in, in their order. */
export const menuNames = ['File', 'Edit', 'View', 'Slide', 'Annotate', 'Present', 'Help'] as const;
export type MenuName = (typeof menuNames)[number];

/** Something that a user can ask for: the one source of menus, keys, the palette and the list of keys. */
export interface CommandInfo {
  readonly id: string;
  /** In the form of a menu item; `…` at its end where something is asked first. */
  readonly label: string;
  /** Such as `Mod+Shift+Z`, where `Mod` is Ctrl, or Command on a Mac; the first is the one shown. */
  readonly keys: readonly string[];
  /** `null` for what stands in no menu. */
  readonly menu: MenuName | null;
  /**
   * Where its keys work. `everywhere`; `slides`: while the focus is in a list or grid of slides; `stage`: there or on the
   * stage; `annotate`: on a slide that is drawn on, and beside it among the tools. Keys without a modifier never work while a
   * text is being written.
   */
  readonly keysIn: 'everywhere' | 'slides' | 'stage' | 'annotate';
  /** Begins a group of its menu. */
  readonly group?: true;
}

/** All commands, in the order of the menus. What one does is bound where it can be done; an unbound one does not apply. */
export const commandTable = [
  { id: 'file.new', label: 'New deck…', keys: ['Mod+Alt+N'], menu: 'File', keysIn: 'everywhere' },
  { id: 'file.library', label: 'All decks', keys: ['Mod+O'], menu: 'File', keysIn: 'everywhere' },
  { id: 'file.folder', label: 'Choose folder…', keys: ['Mod+Shift+O'], menu: 'File', keysIn: 'everywhere' },
  { id: 'file.search', label: 'Search all decks', keys: ['Mod+Shift+F'], menu: 'File', keysIn: 'everywhere' },
  { id: 'file.save', label: 'Save now', keys: ['Mod+S'], menu: 'File', keysIn: 'everywhere', group: true },
  { id: 'file.saveAs', label: 'Save as…', keys: ['Mod+Shift+S'], menu: 'File', keysIn: 'everywhere' },
  { id: 'file.rename', label: 'Rename…', keys: [], menu: 'File', keysIn: 'everywhere' },
  { id: 'file.duplicate', label: 'Duplicate deck', keys: [], menu: 'File', keysIn: 'everywhere' },
  { id: 'file.reveal', label: 'Show in folder', keys: [], menu: 'File', keysIn: 'everywhere' },
  { id: 'file.window', label: 'Open in a new window', keys: [], menu: 'File', keysIn: 'everywhere' },
  {
    id: 'file.compareSaved',
    label: 'Compare with saved',
    keys: [],
    menu: 'File',
    keysIn: 'everywhere',
    group: true,
  },
  { id: 'file.compareDisk', label: 'Compare with file on disk', keys: [], menu: 'File', keysIn: 'everywhere' },
  { id: 'file.export', label: 'Export…', keys: ['Mod+E'], menu: 'File', keysIn: 'everywhere', group: true },
  { id: 'file.comments', label: 'Save comments as Markdown…', keys: [], menu: 'File', keysIn: 'everywhere' },
  { id: 'file.annotations', label: 'Save annotations as…', keys: [], menu: 'File', keysIn: 'everywhere' },
  { id: 'file.review', label: 'Import annotations from a PDF…', keys: [], menu: 'File', keysIn: 'everywhere' },
  { id: 'file.drawings', label: 'Save drawings of this slide as SVG…', keys: [], menu: 'File', keysIn: 'everywhere' },
  { id: 'file.close', label: 'Close deck', keys: ['Mod+Alt+W'], menu: 'File', keysIn: 'everywhere' },

  { id: 'edit.undo', label: 'Undo', keys: ['Mod+Z'], menu: 'Edit', keysIn: 'everywhere' },
  { id: 'edit.redo', label: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'], menu: 'Edit', keysIn: 'everywhere' },
  { id: 'edit.find', label: 'Find and replace', keys: ['Mod+F'], menu: 'Edit', keysIn: 'everywhere', group: true },
  { id: 'edit.table', label: 'Insert table', keys: [], menu: 'Edit', keysIn: 'everywhere' },
  { id: 'edit.image', label: 'Insert picture…', keys: [], menu: 'Edit', keysIn: 'everywhere' },
  { id: 'edit.autosave', label: 'Save by itself', keys: [], menu: 'Edit', keysIn: 'everywhere', group: true },
  { id: 'edit.spellcheck', label: 'Check spelling', keys: [], menu: 'Edit', keysIn: 'everywhere' },

  { id: 'view.edit', label: 'Edit', keys: ['Mod+1'], menu: 'View', keysIn: 'everywhere' },
  { id: 'view.sort', label: 'Sort', keys: ['Mod+2'], menu: 'View', keysIn: 'everywhere' },
  { id: 'view.annotate', label: 'Annotate', keys: ['Mod+3', 'P'], menu: 'View', keysIn: 'stage' },
  { id: 'view.source', label: 'Source', keys: ['Alt+1'], menu: 'View', keysIn: 'everywhere', group: true },
  { id: 'view.notes', label: 'Notes', keys: ['Alt+2'], menu: 'View', keysIn: 'everywhere' },
  { id: 'view.properties', label: 'Slide properties', keys: ['Alt+3'], menu: 'View', keysIn: 'everywhere' },
  { id: 'view.comments', label: 'Comments', keys: ['Alt+4'], menu: 'View', keysIn: 'everywhere' },
  { id: 'view.checks', label: 'Checks', keys: ['Alt+5'], menu: 'View', keysIn: 'everywhere' },
  { id: 'view.history', label: 'History', keys: ['Alt+6'], menu: 'View', keysIn: 'everywhere' },
  { id: 'view.slideOnly', label: 'Source of this slide only', keys: [], menu: 'View', keysIn: 'everywhere' },
  { id: 'view.foldAll', label: 'Fold all slides', keys: [], menu: 'View', keysIn: 'everywhere' },
  { id: 'view.unfoldAll', label: 'Unfold all slides', keys: [], menu: 'View', keysIn: 'everywhere' },
  { id: 'view.theme', label: 'Deck theme…', keys: [], menu: 'View', keysIn: 'everywhere', group: true },
  { id: 'view.light', label: 'Light', keys: [], menu: 'View', keysIn: 'everywhere', group: true },
  { id: 'view.dark', label: 'Dark', keys: [], menu: 'View', keysIn: 'everywhere' },
  { id: 'view.system', label: 'Light or dark as the system', keys: [], menu: 'View', keysIn: 'everywhere' },

  { id: 'slide.new', label: 'New slide', keys: ['Mod+M'], menu: 'Slide', keysIn: 'slides' },
  { id: 'slide.duplicate', label: 'Duplicate', keys: ['D', 'Mod+D'], menu: 'Slide', keysIn: 'slides' },
  { id: 'slide.cut', label: 'Cut', keys: ['X', 'Mod+X'], menu: 'Slide', keysIn: 'slides', group: true },
  { id: 'slide.copy', label: 'Copy', keys: ['C', 'Mod+C'], menu: 'Slide', keysIn: 'slides' },
  { id: 'slide.paste', label: 'Paste after', keys: ['V', 'Mod+V'], menu: 'Slide', keysIn: 'slides' },
  { id: 'slide.selectAll', label: 'Select all slides', keys: ['Mod+A'], menu: 'Slide', keysIn: 'slides' },
  { id: 'slide.hide', label: 'Hide from audience', keys: ['H'], menu: 'Slide', keysIn: 'slides', group: true },
  { id: 'slide.up', label: 'Move up', keys: ['Alt+ArrowUp'], menu: 'Slide', keysIn: 'slides', group: true },
  { id: 'slide.down', label: 'Move down', keys: ['Alt+ArrowDown'], menu: 'Slide', keysIn: 'slides' },
  { id: 'slide.below', label: 'Put below the slide before', keys: ['Alt+ArrowRight'], menu: 'Slide', keysIn: 'slides' },
  { id: 'slide.out', label: 'Take out of the stack', keys: ['Alt+ArrowLeft'], menu: 'Slide', keysIn: 'slides' },
  { id: 'slide.delete', label: 'Delete', keys: ['Delete', 'Backspace'], menu: 'Slide', keysIn: 'slides', group: true },
  { id: 'slide.previous', label: 'Previous slide', keys: ['PageUp'], menu: 'Slide', keysIn: 'everywhere', group: true },
  { id: 'slide.next', label: 'Next slide', keys: ['PageDown'], menu: 'Slide', keysIn: 'everywhere' },
  { id: 'slide.filter', label: 'Filter slides', keys: ['/'], menu: 'Slide', keysIn: 'everywhere' },

  { id: 'annotate.select', label: 'Select', keys: ['V'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.pen', label: 'Pen', keys: ['P'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.highlighter', label: 'Highlighter', keys: ['H'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.line', label: 'Line', keys: ['L'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.arrow', label: 'Arrow', keys: ['A'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.rectangle', label: 'Rectangle', keys: ['R'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.ellipse', label: 'Ellipse', keys: ['O'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.text', label: 'Text', keys: ['T'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.eraser', label: 'Eraser: whole drawings', keys: ['E'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.partEraser', label: 'Eraser: parts', keys: ['Shift+E'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.color1', label: 'Colour 1', keys: ['1'], menu: null, keysIn: 'annotate' },
  { id: 'annotate.color2', label: 'Colour 2', keys: ['2'], menu: null, keysIn: 'annotate' },
  { id: 'annotate.color3', label: 'Colour 3', keys: ['3'], menu: null, keysIn: 'annotate' },
  { id: 'annotate.color4', label: 'Colour 4', keys: ['4'], menu: null, keysIn: 'annotate' },
  { id: 'annotate.color5', label: 'Colour 5', keys: ['5'], menu: null, keysIn: 'annotate' },
  { id: 'annotate.color6', label: 'Colour 6', keys: ['6'], menu: null, keysIn: 'annotate' },
  { id: 'annotate.color7', label: 'Colour 7', keys: ['7'], menu: null, keysIn: 'annotate' },
  { id: 'annotate.color8', label: 'Colour 8', keys: ['8'], menu: null, keysIn: 'annotate' },
  { id: 'annotate.thinner', label: 'Thinner, smaller', keys: ['['], menu: 'Annotate', keysIn: 'annotate', group: true },
  { id: 'annotate.thicker', label: 'Thicker, larger', keys: [']'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.cut', label: 'Cut', keys: ['Mod+X'], menu: 'Annotate', keysIn: 'annotate', group: true },
  { id: 'annotate.copy', label: 'Copy', keys: ['Mod+C'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.paste', label: 'Paste', keys: ['Mod+V'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.duplicate', label: 'Duplicate', keys: ['Mod+D'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.selectAll', label: 'Select all drawings', keys: ['Mod+A'], menu: 'Annotate', keysIn: 'annotate' },
  {
    id: 'annotate.front',
    label: 'Bring to front',
    keys: ['Mod+Shift+]', 'Mod+}'],
    menu: 'Annotate',
    keysIn: 'annotate',
    group: true,
  },
  { id: 'annotate.forward', label: 'Bring forward', keys: ['Mod+]'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.backward', label: 'Send backward', keys: ['Mod+['], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.back', label: 'Send to back', keys: ['Mod+Shift+[', 'Mod+{'], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.wider', label: 'Wider', keys: ['Mod+Shift+ArrowRight'], menu: null, keysIn: 'annotate' },
  { id: 'annotate.narrower', label: 'Narrower', keys: ['Mod+Shift+ArrowLeft'], menu: null, keysIn: 'annotate' },
  { id: 'annotate.taller', label: 'Taller', keys: ['Mod+Shift+ArrowDown'], menu: null, keysIn: 'annotate' },
  { id: 'annotate.lower', label: 'Lower', keys: ['Mod+Shift+ArrowUp'], menu: null, keysIn: 'annotate' },
  {
    id: 'annotate.delete',
    label: 'Delete',
    keys: ['Delete', 'Backspace'],
    menu: 'Annotate',
    keysIn: 'annotate',
    group: true,
  },
  { id: 'annotate.clear', label: 'Clear this slide', keys: [], menu: 'Annotate', keysIn: 'annotate' },
  { id: 'annotate.layers', label: 'Layers', keys: ['Y'], menu: 'Annotate', keysIn: 'annotate', group: true },

  { id: 'comment.new', label: 'New comment', keys: ['Mod+Alt+M'], menu: 'Annotate', keysIn: 'everywhere', group: true },
  { id: 'comment.point', label: 'Comment on a place', keys: [], menu: 'Annotate', keysIn: 'everywhere' },
  { id: 'comment.next', label: 'Next comment', keys: ['F8'], menu: 'Annotate', keysIn: 'everywhere' },
  { id: 'comment.previous', label: 'Previous comment', keys: ['Shift+F8'], menu: 'Annotate', keysIn: 'everywhere' },
  { id: 'comment.resolve', label: 'Resolve comment', keys: [], menu: 'Annotate', keysIn: 'everywhere' },
  { id: 'comment.author', label: 'Your name for comments…', keys: [], menu: 'Annotate', keysIn: 'everywhere' },

  { id: 'present.start', label: 'Present from the start', keys: ['F5'], menu: 'Present', keysIn: 'everywhere' },
  { id: 'present.here', label: 'Present from this slide', keys: ['Shift+F5'], menu: 'Present', keysIn: 'everywhere' },

  { id: 'help.palette', label: 'All commands', keys: ['Mod+K'], menu: 'Help', keysIn: 'everywhere' },
  { id: 'help.keys', label: 'Keys', keys: ['?'], menu: 'Help', keysIn: 'everywhere' },
] as const satisfies readonly CommandInfo[];

export type CommandId = (typeof commandTable)[number]['id'];

/** A command by its id. */
export function commandInfo(id: CommandId): CommandInfo {
  const found = commandTable.find((command) => command.id === id);
  if (found === undefined) throw new RangeError(`No command ${id}`);
  return found;
}

export function isCommandId(id: string): id is CommandId {
  return commandTable.some((command) => command.id === id);
}
