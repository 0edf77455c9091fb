/**
 * Code on slides: coloured by highlight.js, numbered lines, and reveal.js's line steps. All of it happens on an inert tree
 * before it is sanitised, so that nothing here needs to be trusted.
 */
import { readLineSteps, type LineRange } from '../../core/markdown/line-steps.ts';
import { codeColours } from './code-colours.ts';
import { parseInert } from './inert-document.ts';

/** The language that a code element names in its class, as `language-js`, `lang-js` or, as reveal.js has it, `js`. */
function languageOf(code: Element): string | null {
  for (const word of code.classList) {
    const name = word.replace(/^lang(?:uage)?-/, '');
    if (codeColours()?.getLanguage(name) !== undefined) return name;
  }
  return null;
}

/** Splits a tree into lines: each a list of nodes, elements that run over a line's end being split with it. */
function splitLines(nodes: readonly Node[]): Node[][] {
  const lines: Node[][] = [[]];
  for (const node of nodes) {
    if (node instanceof Element) {
      splitLines([...node.childNodes]).forEach((part, index) => {
        const shell = node.cloneNode(false);
        for (const child of part) shell.appendChild(child);
        if (index > 0) lines.push([]);
        lines.at(-1)?.push(shell);
      });
    } else {
      (node.nodeValue ?? '').split('\n').forEach((text, index) => {
        if (index > 0) lines.push([]);
        if (text !== '') lines.at(-1)?.push(document.createTextNode(text));
      });
    }
  }
  return lines;
}

/** Puts each line of the code into an element of its own, with the number it shows. */
function numberLines(code: Element): void {
  const lines = splitLines([...code.childNodes]);
  if (lines.at(-1)?.length === 0) lines.pop();
  const first = Number(code.getAttribute('data-ln-start-from') ?? '1');
  code.replaceChildren(
    ...lines.map((line, index) => {
      const element = code.ownerDocument.createElement('span');
      element.className = 'code-line';
      element.setAttribute('data-line', String(first + index));
      element.append(...line, '\n');
      return element;
    }),
  );
}

/** Lights the lines of one step; a step without lines lights all of them, which is to say none. */
function light(code: Element, ranges: readonly LineRange[]): void {
  code.classList.toggle('has-highlights', ranges.length > 0);
  [...code.children].forEach((line, index) => {
    line.classList.toggle(
      'highlight-line',
      ranges.some(({ start, end }) => start <= index + 1 && index + 1 <= end),
    );
  });
}

/** The first step is lit in the code itself; each further one in a copy that lies over it and comes as a fragment. */
function addSteps(code: Element, steps: readonly (readonly LineRange[])[]): void {
  light(code, steps[0] ?? []);
  const firstIndex = Number.parseInt(code.getAttribute('data-fragment-index') ?? '', 10);
  code.removeAttribute('data-fragment-index');
  steps.slice(1).forEach((ranges, step) => {
    const copy = code.cloneNode(true);
    if (!(copy instanceof Element)) return;
    light(copy, ranges);
    copy.classList.add('fragment');
    copy.removeAttribute('data-line-numbers');
    copy.removeAttribute('id');
    copy.setAttribute('aria-hidden', 'true');
    if (!Number.isNaN(firstIndex)) copy.setAttribute('data-fragment-index', String(firstIndex + step));
    code.parentElement?.append(copy);
  });
}

/** Removes what all lines have in front in common, and blank lines at both ends, as reveal.js's `data-trim` does. */
function trimCode(text: string): string {
  const lines = text.replace(/^(?:[ \t]*\n)+|\s+$/g, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n');
}

/** Colours and numbers the code blocks of an inert tree. Markup that an author put into code is kept as it is. */
export function dressCode(root: Element): void {
  for (const code of root.querySelectorAll('pre > code')) {
    const pre = code.parentElement;
    for (const name of ['data-line-numbers', 'data-ln-start-from', 'data-trim']) {
      const value = pre?.getAttribute(name);
      if (value !== null && value !== undefined && !code.hasAttribute(name)) code.setAttribute(name, value);
      pre?.removeAttribute(name);
    }
    pre?.classList.add('code-block');
    if (code.childElementCount === 0) {
      const text = code.hasAttribute('data-trim') ? trimCode(code.textContent) : code.textContent;
      const language = languageOf(code);
      const coloured =
        language === null ? undefined : codeColours()?.highlight(text, { language, ignoreIllegals: true }).value;
      if (coloured === undefined) code.textContent = text;
      else code.replaceChildren(...parseInert(coloured).childNodes);
    }
    const steps = code.getAttribute('data-line-numbers');
    if (steps === null) continue;
    numberLines(code);
    addSteps(code, readLineSteps(steps));
  }
}
