/** Puts the focus on a slide's row in the list or grid that is in view, or on the list where that row is not drawn. */
export function focusRow(key: string): void {
  const list = document.querySelector<HTMLElement>('[data-commands~="slides"]');
  const row = list?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? list;
  if (row !== null && row !== undefined && !row.contains(document.activeElement)) row.focus({ preventScroll: true });
}
