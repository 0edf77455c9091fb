/** A colour to draw with. It is stored in the file, so it is the same on light and on dark slides. */
export interface InkColor {
  readonly name: string;
  /** `#rrggbb`. */
  readonly value: string;
}

/**
 * The colours of pens, lines, boxes and labels. Any two of them differ by 0.1 in OKLab at least, for readers who see all
 * colours and for those who lack one kind of cone (by the matrices of Machado, Oliveira and Fernandes, 2009). Those that are
 * too light or too dark for some slides have a halo there.
 */
export const inkColors: readonly InkColor[] = [
  { name: 'Red', value: '#d92020' },
  { name: 'Orange', value: '#ff8c00' },
  { name: 'Yellow', value: '#ffdd00' },
  { name: 'Green', value: '#2fbf8a' },
  { name: 'Blue', value: '#2f6bff' },
  { name: 'Purple', value: '#a621b4' },
  { name: 'Black', value: '#16181d' },
  { name: 'White', value: '#ffffff' },
];

/** The colours of highlighters: light, since text is read through them. They differ by 0.09 in OKLab at least. */
export const highlightColors: readonly InkColor[] = [
  { name: 'Pink', value: '#fe6abf' },
  { name: 'Orange', value: '#ffa93b' },
  { name: 'Yellow', value: '#fdf518' },
  { name: 'Green', value: '#00df90' },
  { name: 'Blue', value: '#56a8fe' },
  { name: 'Purple', value: '#af53d3' },
  { name: 'Cyan', value: '#29fcf3' },
  { name: 'Grey', value: '#808080' },
];

const names = new Map([...highlightColors, ...inkColors].map(({ name, value }) => [value, name.toLowerCase()]));

/** What a colour is called within a sentence: `red`; its value where it has no name here. */
export function colorName(value: string): string {
  return names.get(value.toLowerCase()) ?? value;
}
