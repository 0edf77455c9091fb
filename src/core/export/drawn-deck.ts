/**
 * A deck as it stands on its slides: what the page that laid it out has measured, for formats that place things themselves.
 * Lengths are slide units: CSS pixels of the slide at its own size, from its top left corner. Colours are `#rrggbb`, or
 * `#rrggbbaa` where they are not opaque.
 */
export interface DrawnDeck {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  readonly isRightToLeft: boolean;
  readonly width: number;
  readonly height: number;
  readonly theme: DrawnTheme;
  /** Pictures of kinds that few programs show, drawn anew: PNG in Base64; '' for one that could not be drawn. */
  readonly redrawn: readonly string[];
  readonly slides: readonly DrawnSlide[];
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What all slides share. */
export interface DrawnTheme {
  /** As people read it. */
  readonly name: string;
  readonly isDark: boolean;
  readonly ground: string;
  /** A gradient over the ground, from the middle outwards; `null` for none. */
  readonly backdrop: readonly [inner: string, outer: string] | null;
  readonly text: string;
  readonly heading: string;
  readonly muted: string;
  readonly faint: string;
  readonly accent: string;
  readonly link: string;
  readonly rule: string;
  readonly panel: string;
  /** Five further colours, those of code. */
  readonly code: readonly string[];
  readonly textFont: string;
  readonly headingFont: string;
  readonly codeFont: string;
  /** Size of plain text. */
  readonly size: number;
  /** Sizes of the title of a slide, and of a title slide’s. */
  readonly titleSize: number;
  readonly coverSize: number;
  readonly headingIsBold: boolean;
  readonly headingIsUpperCase: boolean;
  /** The line at the foot of every slide; '' for none. */
  readonly footer: string;
}

export interface DrawnSlide {
  /** From 1 in file order. */
  readonly number: number;
  /** What people call it: `3.1`. */
  readonly label: string;
  readonly background: DrawnBackground | null;
  /** From the bottom up, and in reading order. */
  readonly parts: readonly DrawnPart[];
  readonly notes: readonly DrawnParagraph[];
}

/** What a slide has in place of the theme’s ground. */
export type DrawnBackground =
  | { readonly kind: 'colour'; readonly colour: string }
  | { readonly kind: 'picture'; readonly picture: PictureSource };

/** Where the bytes of a picture come from. */
export type PictureSource =
  /** A file of the deck, by its path below the deck’s folder, percent-encoded; `as` is its place in the drawing’s `redrawn`. */
  | { readonly kind: 'file'; readonly path: string; readonly as: number | null }
  /** A picture that is written out in the deck. */
  | { readonly kind: 'data'; readonly address: string; readonly as: number | null }
  /** What the page shows in an area of it, in CSS pixels of the page; a photograph need not be kept to the last bit. */
  | { readonly kind: 'area'; readonly area: Box; readonly isPhoto: boolean };

export type DrawnPart = TextPart | TablePart | PicturePart | ShapePart;

export interface TextPart {
  readonly kind: 'text';
  /** `body` is the slide’s own text, each column’s apart; `text` is anything else, such as a source line. */
  readonly role: 'title' | 'subtitle' | 'body' | 'text';
  readonly box: Box;
  /** Between the box’s edges and its text: top, right, bottom, left. */
  readonly inset: readonly [number, number, number, number];
  readonly fill: string | null;
  readonly paragraphs: readonly DrawnParagraph[];
}

export interface DrawnParagraph {
  readonly runs: readonly DrawnRun[];
  /** Depth in lists, from 0. */
  readonly level: number;
  readonly marker: DrawnMarker | null;
  readonly align: 'start' | 'center' | 'end' | 'justify';
  readonly isRightToLeft: boolean;
  /** From the box’s text edge to the text’s first edge; and from the marker to the text. */
  readonly indent: number;
  readonly hang: number;
  /** Space above it, beyond what its lines take. */
  readonly before: number;
  /** Distance of lines, as a multiple of the text’s size. */
  readonly lineHeight: number;
}

export type DrawnMarker =
  | { readonly kind: 'bullet'; readonly character: string; readonly colour: string }
  | {
      readonly kind: 'number';
      readonly style: 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman';
      /** Number of the list’s first item. */
      readonly start: number;
      readonly colour: string;
    };

/** A piece of text in one look; a line break is one of its own, with `\n` for its text. */
export interface DrawnRun {
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly code?: true;
  readonly heading?: true;
  readonly capitals?: true;
  readonly raised?: 'super' | 'sub';
  readonly highlight?: string;
  readonly link?: DrawnLink;
  /** Where it differs from the deck’s. */
  readonly lang?: string;
}

export type DrawnLink =
  | { readonly kind: 'web'; readonly address: string }
  /** By its number, from 1 in file order. */
  | { readonly kind: 'slide'; readonly number: number };

export interface TablePart {
  readonly kind: 'table';
  readonly box: Box;
  readonly columns: readonly number[];
  readonly rows: readonly DrawnRow[];
  readonly hasHeader: boolean;
  readonly hasRowHeaders: boolean;
  /** What it is about, for those who do not see it. */
  readonly label: string;
}

export interface DrawnRow {
  readonly height: number;
  readonly cells: readonly DrawnCell[];
}

/** One place of the grid. A cell that spans more has `null` in the other places. */
export type DrawnCell = {
  readonly paragraphs: readonly DrawnParagraph[];
  readonly columns: number;
  readonly rows: number;
  readonly inset: readonly [number, number, number, number];
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly fill: string | null;
  /** The line below it; `null` for none. */
  readonly rule: { readonly width: number; readonly colour: string } | null;
} | null;

export interface PicturePart {
  readonly kind: 'picture';
  readonly box: Box;
  readonly source: PictureSource;
  /** What it shows, in words; '' where it is decoration. */
  readonly alternative: string;
  /** Share of the picture that is cut off: top, right, bottom, left. */
  readonly crop: readonly [number, number, number, number];
  readonly link: DrawnLink | null;
}

/** An area with a colour or a line around it. */
export interface ShapePart {
  readonly kind: 'shape';
  readonly name: string;
  readonly box: Box;
  readonly fill: string | null;
  readonly line: { readonly width: number; readonly colour: string; readonly isDashed: boolean } | null;
  readonly form: ShapeForm;
  /** Whether it is there for its looks only; what people drew is not. */
  readonly isDecoration: boolean;
}

export type ShapeForm =
  /** With corners of this radius. */
  | { readonly kind: 'rectangle'; readonly radius: number }
  | { readonly kind: 'ellipse' }
  /** SVG path data with absolute M, L, Q, C and Z. */
  | { readonly kind: 'path'; readonly data: string };
