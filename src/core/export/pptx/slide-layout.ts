import type { DrawnPart, TextPart } from '../drawn-deck.ts';

/** The layouts of the master, in its order. */
export const layoutNames = ['Title Slide', 'Title and Content', 'Two Content', 'Title Only', 'Blank'] as const;
export type LayoutName = (typeof layoutNames)[number];

/** A placeholder: what the layout calls it, by type and index. */
export type Placeholder = 'ctrTitle' | 'subTitle' | 'title' | 'first' | 'second';

/** The layout that suits a slide, and which of its texts fill the layout’s placeholders. */
export interface SlideLayout {
  readonly layout: LayoutName;
  readonly placeholders: ReadonlyMap<DrawnPart, Placeholder>;
}

/** Fits a slide’s texts into a layout: its title, and its first one or two texts; the rest stands beside as text boxes. */
export function layoutOf(parts: readonly DrawnPart[]): SlideLayout {
  const texts = parts.filter((part): part is TextPart => part.kind === 'text');
  const title = texts.find(({ role }) => role === 'title');
  const subtitle = texts.find(({ role }) => role === 'subtitle');
  const bodies = texts.filter(({ role }) => role === 'body');
  const placeholders = new Map<DrawnPart, Placeholder>();
  const place = (part: DrawnPart | undefined, placeholder: Placeholder): void => {
    if (part !== undefined) placeholders.set(part, placeholder);
  };
  if (title !== undefined && subtitle !== undefined) {
    place(title, 'ctrTitle');
    place(subtitle, 'subTitle');
    return { layout: 'Title Slide', placeholders };
  }
  place(title, 'title');
  const [first] = bodies;
  // Text further down the same column is no second column.
  const second = bodies.find(({ box }) => first !== undefined && box.x >= first.box.x + first.box.width);
  place(first, 'first');
  place(second, 'second');
  if (second !== undefined) return { layout: 'Two Content', placeholders };
  if (first !== undefined) return { layout: 'Title and Content', placeholders };
  return { layout: title === undefined ? 'Blank' : 'Title Only', placeholders };
}

/** A placeholder as XML names it. */
export function placeholderTag(placeholder: Placeholder): string {
  switch (placeholder) {
    case 'ctrTitle':
      return '<p:ph type="ctrTitle"/>';
    case 'subTitle':
      return '<p:ph type="subTitle" idx="1"/>';
    case 'title':
      return '<p:ph type="title"/>';
    case 'first':
      return '<p:ph idx="1"/>';
    case 'second':
      return '<p:ph sz="half" idx="2"/>';
  }
}
