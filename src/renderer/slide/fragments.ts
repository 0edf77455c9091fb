/**
 * Shows what comes and goes in a slide, for views that do not step through it: every fragment, and code as a whole rather
 * than its line steps.
 */
export function showFragments(section: HTMLElement): void {
  for (const copy of section.querySelectorAll('.code-block > code.fragment')) copy.remove();
  for (const code of section.querySelectorAll('.has-highlights')) code.classList.remove('has-highlights');
  for (const fragment of section.querySelectorAll('.fragment')) fragment.classList.add('visible');
}
