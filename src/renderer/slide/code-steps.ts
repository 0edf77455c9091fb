/** Long code on the stage: each line step is scrolled to the lines it lights. */

/** Scrolls a code element so that its lit lines stand in the middle, without scrolling anything around it. */
function showLitLines(code: Element): void {
  const lit = [...code.querySelectorAll<HTMLElement>('.highlight-line')];
  const [first, last] = [lit[0], lit.at(-1)];
  if (first === undefined || last === undefined) return;
  const middle = (first.offsetTop + last.offsetTop + last.offsetHeight) / 2;
  code.scrollTop = middle - code.clientHeight / 2;
}

/** Follows reveal.js through the line steps of the code under `section`, by the events it sends to fragments. */
export function followSteps(section: HTMLElement): void {
  for (const block of section.querySelectorAll('.code-block')) {
    block.addEventListener('visible', ({ target }) => target instanceof Element && showLitLines(target), {
      capture: true,
    });
    block.addEventListener(
      'hidden',
      ({ target }) =>
        target instanceof Element &&
        target.previousElementSibling !== null &&
        showLitLines(target.previousElementSibling),
      { capture: true },
    );
  }
}
