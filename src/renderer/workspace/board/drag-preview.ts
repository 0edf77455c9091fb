/** A card, slightly turned, with how many slides it stands for: what hangs on the pointer while slides are dragged. */
export function dragPreview(card: HTMLElement, title: string, count: number): HTMLElement {
  const picture = card.querySelector<HTMLElement>('.ui-picture');
  const holder = document.createElement('div');
  holder.className = 'ui-drag-holder';
  const preview = document.createElement('div');
  preview.className = 'ui-drag-card';
  if (picture !== null) preview.append(picture.cloneNode(true));
  const caption = document.createElement('span');
  caption.className = 'ui-drag-title';
  caption.textContent = count === 1 ? title : `${count} slides`;
  preview.append(caption);
  if (count > 1) {
    const badge = document.createElement('span');
    badge.className = 'ui-drag-count';
    badge.textContent = String(count);
    preview.append(badge);
    preview.dataset['many'] = '';
  }
  holder.append(preview);
  return holder;
}
