/** Puts `<!-- .slide: … -->` and `<!-- .element: … -->` into effect on an inert tree, as reveal.js's Markdown plugin does. */
import { parseAttributes } from '../../core/deck/attributes.ts';
import { readAttributeComment } from '../../core/markdown/attribute-comments.ts';
import { checkAttribute, isAllowedAttribute } from '../../core/markdown/attributes.ts';
import type { Findings } from './findings.ts';

/** The nearest element before `node` among its siblings; line breaks do not count. */
function elementBefore(node: Node): Element | null {
  for (let before = node.previousSibling; before !== null; before = before.previousSibling) {
    if (before instanceof Element && before.tagName !== 'BR') return before;
  }
  return null;
}

/**
 * What an element comment speaks of: the element before it, else the one it is in. Right under a list it is the list's last
 * item; in the only paragraph of an item it is the item, so that its bullet comes and goes with it.
 * @param root the slide's content; a comment with nothing before it there speaks of the slide
 */
function targetOf(comment: Comment, root: Element, section: Element): Element {
  const before = elementBefore(comment);
  if (before !== null) {
    const isList = before.tagName === 'UL' || before.tagName === 'OL';
    const blankLine = /\n[ \t]*\n/.test(comment.previousSibling?.nodeValue ?? '');
    return isList && !blankLine ? (before.lastElementChild ?? before) : before;
  }
  const parent = comment.parentElement;
  if (parent === null || parent === root) return section;
  const item = parent.parentElement;
  return parent.tagName === 'P' && item?.tagName === 'LI' ? item : parent;
}

/** Sets those of the written attributes that a deck may set; the others become diagnostics. */
function setAttributes(target: Element, written: string, near: string, findings: Findings): void {
  for (const [name, value] of parseAttributes(written)) {
    const checked = checkAttribute(name, value);
    if (checked === null) {
      const cause = isAllowedAttribute(name)
        ? `has a value that a deck may not use: “${value}”`
        : 'is not an attribute that a deck may set';
      findings.add('attribute-dropped', 'warning', `${name} ${cause}. It was left out.`, near);
    } else if (name === 'class') {
      target.classList.add(...checked.split(' '));
    } else {
      target.setAttribute(name, checked);
    }
  }
}

/** Applies and removes every attribute comment under `root`. */
export function applyAttributeComments(root: Element, section: Element, findings: Findings): void {
  const comments: Comment[] = [];
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode() !== null) {
    if (walker.currentNode instanceof Comment) comments.push(walker.currentNode);
  }
  for (const comment of comments) {
    const read = readAttributeComment(comment.data);
    if (read === null) continue;
    const target = read.of === 'slide' ? section : targetOf(comment, root, section);
    setAttributes(target, read.attributes, `<!--${comment.data}-->`, findings);
    comment.remove();
  }
}
