/**
 * Shows what comes and goes in a slide, for views that do not step through it: every fragment, and code as a whole rather
 * than its line steps.
 */
export function showFragments(section: HTMLElement): void {
  for (const copy of section.querySelectorAll('.code-block > code.fragment')) copy.remove();
  for (const code of section.querySelectorAll('.has-highlights')) code.classList.remove('has-highlights');
  for (const fragment of section.querySelectorAll('.fragment')) fragment.classList.add('visible');
}

/**
 * How many steps a slide takes after it is shown. As in reveal.js: fragments of one index come together, in the order of the
 * indices, and then each that has none.
 */
export function countSteps(section: HTMLElement): number {
  return stepsOf(section).length;
}

function stepsOf(section: HTMLElement): readonly (readonly Element[])[] {
  const indexed = new Map<number, Element[]>();
  const alone: Element[][] = [];
  for (const fragment of section.querySelectorAll('.fragment')) {
    const index = Number.parseInt(fragment.getAttribute('data-fragment-index') ?? '', 10);
    if (Number.isNaN(index)) alone.push([fragment]);
    else indexed.set(index, [...(indexed.get(index) ?? []), fragment]);
  }
  const ordered = [...indexed].toSorted(([a], [b]) => a - b).map(([, fragments]) => fragments);
  return [...ordered, ...alone];
}

/**
 * Shows a slide as it is after `step` of its steps. Of code with line steps only the copy that is seen then is left, so that
 * nobody reads it twice.
 */
export function showStep(section: HTMLElement, step: number): void {
  for (const [i, fragments] of stepsOf(section).entries()) {
    for (const fragment of fragments) {
      fragment.classList.toggle('visible', i < step);
      fragment.classList.toggle('current-fragment', i === step - 1);
    }
  }
  for (const block of section.querySelectorAll('.code-block')) {
    const copies = [...block.querySelectorAll(':scope > code')];
    const seen = copies.findLast((copy) => !copy.classList.contains('fragment') || copy.classList.contains('visible'));
    for (const copy of copies) if (copy !== seen) copy.remove();
    seen?.removeAttribute('aria-hidden');
  }
}
