/** The keys of the drawing surface that are no commands, for the list of keys; see `use-surface-keys.ts`. */
export const surfaceKeys: readonly { readonly label: string; readonly keys: readonly string[] }[] = [
  { label: 'Next and previous drawing, with Select', keys: ['Tab', 'Shift+Tab'] },
  { label: 'Move what is selected; further with Shift', keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] },
  { label: 'Put the shape in the middle; rewrite the selected text', keys: ['Enter'] },
  { label: 'Keep what was written in a text', keys: ['Mod+Enter'] },
  { label: 'Straight lines, squares, circles, proportions, more than one', keys: ['Shift'] },
  { label: 'Back to Select, select nothing, end', keys: ['Escape'] },
];
