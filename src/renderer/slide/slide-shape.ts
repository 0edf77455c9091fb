/** Small changes to a slide's inert tree that let one style sheet, and reveal.js, lay every slide out the same way. */

/** Pictures at the edge of the slide, not in a line of text. */
const isPicture = (node: Element): boolean =>
  ['IMG', 'VIDEO', 'PICTURE'].includes(node.tagName) || node.matches('svg, .missing-media');

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  for (const { name: attribute, value } of element.attributes) {
    if (/^[a-z][\w-]*$/i.test(attribute)) renamed.setAttribute(attribute, value);
  }
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** The only element of a paragraph that has no words of its own. */
function onlyChild(paragraph: Element): Element | null {
  const [child] = paragraph.children;
  return child !== undefined &&
    paragraph.childElementCount === 1 &&
    paragraph.textContent.trim() === child.textContent.trim()
    ? child
    : null;
}

/** A slide that is its big heading, with at most a few lines under it. */
function isTitle(section: Element): boolean {
  const [first, ...rest] = [...section.children].filter((child) => !child.matches('aside.notes'));
  if (first?.tagName !== 'H1' || rest.length > 4) return false;
  return rest.every(
    (child) => /^(?:P|H[2-6])$/.test(child.tagName) && child.querySelector('img, video, svg, br + br + br') === null,
  );
}

/**
 * - A `<section>` inside a slide would be a slide of its own to reveal.js: it becomes a `<div>`.
 * - A paragraph that only holds a picture is marked, and one with `r-stretch` stands free, where reveal.js looks for it.
 * - Media start when their slide is shown, not when it is drawn.
 * - A slide that is only a heading is marked as a title.
 */
export function arrange(section: Element): void {
  for (const nested of section.querySelectorAll('section')) rename(nested, 'div');
  for (const media of section.querySelectorAll('video[autoplay], audio[autoplay]')) {
    media.removeAttribute('autoplay');
    media.setAttribute('data-autoplay', '');
  }
  const background = section.getAttribute('data-background');
  if (background !== null && /\.(?:svg|png|jpe?g|gif|bmp|webp|avif)(?:[?#\s]|$)/i.test(background)) {
    section.removeAttribute('data-background');
    if (!section.hasAttribute('data-background-image')) section.setAttribute('data-background-image', background);
  }
  for (const paragraph of section.querySelectorAll('p')) {
    const child = onlyChild(paragraph);
    const picture = child?.tagName === 'A' ? onlyChild(child) : child;
    if (child === null || picture === null || picture === undefined || !isPicture(picture)) continue;
    if (child.matches('.r-stretch, .stretch')) paragraph.replaceWith(child);
    else paragraph.classList.add('picture');
  }
  if (isTitle(section)) section.classList.add('title-slide');
}
