/** Between cards and around them, in CSS pixels at the usual size. */
const cardGap = 20;

/** Kept free for a scroll bar, which is as wide everywhere, so that nothing moves when there is one. */
const scrollBar = 10;

/** How cards fill the width there is. */
export interface CardSize {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
  /** Between cards and around them. */
  readonly gap: number;
}

/**
 * As many cards in a row as can be read, in the whole width: on a wide screen the cards grow, too.
 * @param room CSS pixels across
 * @param words height under a card's picture, in CSS pixels at the usual size
 * @param scale how much larger everything is than usual
 */
export function cardSize(room: number, words: number, scale = 1): CardSize {
  const across = room / scale;
  const usable = (room - scrollBar) / scale;
  const least = Math.min(440, Math.max(240, across / 6.2));
  const columns = Math.max(1, Math.floor((usable - cardGap) / (least + cardGap)));
  const width = Math.max(120, Math.floor((usable - cardGap * (columns + 1)) / columns));
  const height = Math.round((width * 9) / 16) + words;
  return { columns, width: Math.floor(width * scale), height: Math.round(height * scale), gap: cardGap * scale };
}
