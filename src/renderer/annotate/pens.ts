/** A colour of ink. It is stored in the file, so it is the same in light and dark. */
export interface InkColor {
  readonly name: string;
  /** `#rrggbb`, as the tokens have it. */
  readonly value: string;
}

export const inkColors: readonly InkColor[] = [
  { name: 'Red', value: '#ff5a52' },
  { name: 'Blue', value: '#4da3ff' },
  { name: 'Green', value: '#39c07f' },
  { name: 'Yellow', value: '#ffd94a' },
];

export interface InkWidth {
  readonly name: string;
  /** In slide units. */
  readonly value: number;
}

export const inkWidths: readonly InkWidth[] = [
  { name: 'Thin', value: 4 },
  { name: 'Medium', value: 8 },
  { name: 'Thick', value: 16 },
];

/** What a pointer does on the slide while the pen is out. */
export interface Pen {
  readonly tool: 'pen' | 'eraser';
  readonly color: string;
  /** In slide units. */
  readonly width: number;
}

export const firstPen: Pen = { tool: 'pen', color: '#ff5a52', width: 8 };
