/** Between cards and around them, in CSS pixels. */
export const cardGap = 20;

/** Kept free for a scroll bar, so that nothing moves when there is one. */
const scrollBar = 10;

/** How cards fill the width there is. */
export interface CardSize {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
}

/**
 * As many cards in a row as can be read, in the whole width: on a wide screen the cards grow, too.
 * @param room CSS pixels across
 * @param words CSS pixels of height under a card's picture
 */
export function cardSize(room: number, words: number): CardSize {
  const usable = room - scrollBar;
  const least = Math.min(440, Math.max(240, room / 6.2));
  const columns = Math.max(1, Math.floor((usable - cardGap) / (least + cardGap)));
  const width = Math.max(120, Math.floor((usable - cardGap * (columns + 1)) / columns));
  return { columns, width, height: Math.round((width * 9) / 16) + words };
}
