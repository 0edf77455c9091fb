/** Prepares a slide for the tags that the browser makes of it: what its elements mean is not always what they are. */

/** Says of everything on a slide what it is to whoever cannot see it, or that it only decorates. */
export function prepareTags(frame: HTMLElement): void {
  for (const decoration of frame.querySelectorAll('.slide-background, .slide-foot, hr')) decoration.ariaHidden = 'true';
  for (const picture of frame.querySelectorAll('img'))
    if (!picture.hasAttribute('alt') && !picture.ariaLabel) picture.alt = picture.title || fileName(picture.src);
  for (const drawing of frame.querySelectorAll('svg')) {
    const name = drawing.ariaLabel ?? drawing.querySelector(':scope > title')?.textContent ?? '';
    if (name !== '') describe(drawing, name);
  }
  // What was drawn on a slide says something: it is no decoration.
  for (const layer of frame.querySelectorAll('.ink-layer')) {
    layer.ariaHidden = null;
    describe(layer, 'Drawn on the slide');
  }
  for (const film of frame.querySelectorAll('video, audio'))
    describe(film, film.ariaLabel ?? `Film: ${fileName(film.getAttribute('src') ?? '')}`);
  for (const formula of frame.querySelectorAll('math')) describe(formula, formula.textContent.trim());
  for (const box of frame.querySelectorAll<HTMLInputElement>('input[type=checkbox]'))
    describe(box, box.checked ? 'Done' : 'To do');
  // A role of its own would hide that it is a link.
  for (const link of frame.querySelectorAll('a[href][role]')) link.role = null;
  for (const list of frame.querySelectorAll('dl')) list.role = 'list';
  for (const entry of frame.querySelectorAll('dt, dd')) entry.role = 'listitem';
}

function describe(element: Element, name: string): void {
  if (name === '') return;
  element.role = 'img';
  element.ariaLabel = name;
}

function fileName(address: string): string {
  if (address.startsWith('data:')) return 'Picture';
  const name = address.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name) || 'Picture';
  } catch {
    return name;
  }
}
