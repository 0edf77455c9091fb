import type { ExportOptions } from './options.ts';

/** A part of a sheet in CSS pixels, from its top left corner. */
export interface SheetArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A slide’s place on a sheet, and what there is room for beside it. */
export interface SlideCell {
  readonly slide: SheetArea;
  /** Lines to write on; `null` for none. */
  readonly lines: SheetArea | null;
}

/** How pages look: what the options come to on paper. Lengths are CSS pixels, 96 to an inch. */
export interface PageLayout {
  readonly width: number;
  readonly height: number;
  /** What stays free at the edges, but for slides that fill the sheet. */
  readonly margin: number;
  /** Size of text other than that of slides. */
  readonly textSize: number;
  /** The places for slides on one sheet. */
  readonly cells: readonly SlideCell[];
  readonly notes: ExportOptions['notes'];
  readonly fragments: ExportOptions['fragments'];
  readonly shrink: boolean;
  readonly greyscale: boolean;
}

type Size = { readonly width: number; readonly height: number };

const millimetre = 96 / 25.4;

/** Upright sheets. */
const papers: Readonly<Record<'a4' | 'letter', Size>> = {
  a4: { width: 210 * millimetre, height: 297 * millimetre },
  letter: { width: 8.5 * 96, height: 11 * 96 },
};

/** Columns and rows of a handout. */
const grids: Readonly<Record<NonNullable<ExportOptions['handout']>, readonly [columns: number, rows: number]>> = {
  2: [1, 2],
  3: [1, 3],
  4: [2, 2],
  6: [2, 3],
  9: [3, 3],
};

/**
 * The layout that the options ask for. A handout is on a sheet of paper: A4 where none was chosen. Notes below a slide make
 * a sheet as large as the slide an upright one, as wide as the slide and as high as A4 would be.
 */
export function pageLayout(options: ExportOptions, slide: Size): PageLayout {
  const { notes, fragments, shrink, greyscale, handout } = options;
  const rest = { notes: handout === null ? notes : 'none', fragments, shrink, greyscale } as const;
  if (handout !== null) {
    const sheet = { ...papers[options.page === 'slide' ? 'a4' : options.page] };
    return { ...onSheet(sheet), cells: handoutCells(sheet, handout, slide), ...rest };
  }
  const sheet = sheetFor(options, slide);
  const framed = onSheet(sheet);
  if (options.page === 'slide' && notes !== 'below')
    return { ...framed, cells: [{ slide: { x: 0, y: 0, ...slide }, lines: null }], ...rest };
  const area = inner(framed);
  const room = notes === 'below' ? { ...area, height: area.height * 0.6 } : area;
  return { ...framed, cells: [{ slide: fitted(slide, room, notes === 'below' ? 0 : 0.5), lines: null }], ...rest };
}

function sheetFor({ page, notes }: ExportOptions, slide: Size): Size {
  const upright = papers[page === 'letter' ? 'letter' : 'a4'];
  if (page !== 'slide') return notes === 'below' ? upright : { width: upright.height, height: upright.width };
  return notes === 'below' ? { width: slide.width, height: (slide.width * upright.height) / upright.width } : slide;
}

/** Margins and text sizes that look alike on sheets of any size. */
function onSheet(sheet: Size): Size & { readonly margin: number; readonly textSize: number } {
  const scale = Math.sqrt((sheet.width * sheet.height) / (papers.a4.width * papers.a4.height));
  return { ...sheet, margin: 15 * millimetre * scale, textSize: 14 * scale };
}

function inner({ width, height, margin }: Size & { readonly margin: number }): SheetArea {
  return { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
}

/** The largest place of the slide’s shape in a room; `rise` is the share of the free height above it. */
function fitted(slide: Size, room: SheetArea, rise: number): SheetArea {
  const scale = Math.min(room.width / slide.width, room.height / slide.height);
  const [width, height] = [slide.width * scale, slide.height * scale];
  return { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) * rise, width, height };
}

function handoutCells(sheet: Size, count: keyof typeof grids, slide: Size): readonly SlideCell[] {
  const [columns, rows] = grids[count];
  const area = inner(onSheet(sheet));
  const gap = 8 * millimetre;
  const width = (area.width - gap * (columns - 1)) / columns;
  const height = (area.height - gap * (rows - 1)) / rows;
  return Array.from({ length: columns * rows }, (_, i) => {
    const room = {
      x: area.x + (i % columns) * (width + gap),
      y: area.y + Math.floor(i / columns) * (height + gap),
      width,
      height,
    };
    return columns === 1 ? besideLines(slide, room, gap, count) : overLines(slide, room);
  });
}

/** Three on a sheet: the slide on one half, lines on the other. Two: lines under it too. */
function besideLines(slide: Size, room: SheetArea, gap: number, count: number): SlideCell {
  if (count === 2) return overLines(slide, { ...room, x: room.x + room.width * 0.1, width: room.width * 0.8 });
  const half = (room.width - gap) / 2;
  const place = fitted(slide, { ...room, width: half }, 0);
  return { slide: place, lines: { x: room.x + half + gap, y: room.y, width: half, height: room.height } };
}

/** The slide as large as leaves a third of the height for lines under it, or as its width allows. */
function overLines(slide: Size, room: SheetArea): SlideCell {
  const place = fitted(slide, { ...room, height: room.height * 0.68 }, 0);
  const top = place.y + place.height;
  return { slide: place, lines: { x: room.x, y: top, width: room.width, height: room.y + room.height - top } };
}
