import { inertPolicy } from './trusted-types.ts';

/**
 * Markup as a tree in a document without a window: nothing in it runs, loads or shows. The tree is for reading and changing;
 * unsanitised parts of it must never be moved into the page.
 */
export function parseInert(html: string): HTMLElement {
  const { body } = document.implementation.createHTMLDocument('');
  body.innerHTML = inertPolicy?.createHTML(html) ?? html;
  return body;
}

/**
 * Takes the forms of an inert tree apart and leaves what is in them. The fields of a form hide the form's own properties
 * (`<input name="setAttribute">`), so that no code could trust what it reads from one; a deck has no use for them.
 * @returns how many there were
 */
export function unwrapForms(root: Element): number {
  const forms = root.querySelectorAll('form');
  // A range reads no properties of the form that its fields could hide.
  const range = root.ownerDocument.createRange();
  for (const form of forms) {
    range.selectNodeContents(form);
    const content = range.extractContents();
    range.selectNode(form);
    range.deleteContents();
    range.insertNode(content);
  }
  return forms.length;
}
