/**
 * Has the field with the focus set what was typed in it: fields that are set when they are left would otherwise keep it from
 * what is done to the deck by a key. The focus stays where it is.
 */
export function commitDrafts(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.blur();
  field.focus({ preventScroll: true });
}
