/** What a panel is for, in the order of wish: its text, what is chosen in its list, its first row, its first field. */
const wishes = [
  '.cm-content',
  'textarea',
  '.ui-comment[data-selected]',
  '[role="option"][aria-selected="true"]',
  '.ui-comment',
  '[role="row"]',
  '.ui-select',
];

/** Puts the focus on what the panel in view is for, once it is drawn; on the panel itself where there is nothing yet. */
export function focusPanel(): void {
  requestAnimationFrame(() => {
    const panel = document.querySelector<HTMLElement>('.ui-panel [role="tabpanel"]');
    if (panel === null || panel.contains(document.activeElement)) return;
    for (const wish of wishes) {
      panel.querySelector<HTMLElement>(wish)?.focus({ preventScroll: true });
      // What is not shown, such as the text of notes beside their preview, does not take it.
      if (panel.contains(document.activeElement)) return;
    }
    panel.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
    if (!panel.contains(document.activeElement)) panel.focus({ preventScroll: true });
  });
}
