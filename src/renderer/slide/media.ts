/** What stands on a slide in place of a picture that is not shown. */

/** A visible stand-in for a picture that is not shown: what it was to be, and why it is not. */
export function placeholder(owner: Document, address: string, reason: string): HTMLElement {
  const box = owner.createElement('span');
  box.className = 'missing-media';
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', `${reason}: ${address}`);
  const [name, why] = [owner.createElement('span'), owner.createElement('span')];
  name.className = 'missing-media-name';
  name.textContent = address.length > 120 ? `${address.slice(0, 119)}…` : address;
  why.className = 'missing-media-reason';
  why.textContent = reason;
  box.append(name, why);
  return box;
}

const notFound = 'Picture not found';

/** The names of the pictures under `root` that turned out not to be there, or not to be pictures. */
export function picturesNotFound(root: ParentNode): readonly string[] {
  return [...root.querySelectorAll('.missing-media')]
    .filter((box) => box.querySelector('.missing-media-reason')?.textContent === notFound)
    .map((box) => box.querySelector('.missing-media-name')?.textContent ?? '');
}

/** Shows a placeholder in place of each picture under `root` that turns out not to be there. Works on media added later, too. */
export function replaceMissingImages(root: HTMLElement): void {
  root.addEventListener(
    'error',
    ({ target }) => {
      if (!(target instanceof HTMLImageElement) || target.src === '') return;
      const name = target.src.startsWith('data:') ? 'picture' : decodeName(target.src);
      const box = placeholder(document, name, notFound);
      box.classList.add(...target.classList);
      for (const side of ['width', 'height'] as const) {
        if (/^\d+$/.test(target.getAttribute(side) ?? '')) box.style[side] = `${target.getAttribute(side) ?? ''}px`;
      }
      target.replaceWith(box);
    },
    { capture: true },
  );
}

/** The last part of an address, readable. */
function decodeName(address: string): string {
  const last =
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? address;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
