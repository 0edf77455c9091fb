import type { BoardLayout, Box } from './board-layout.ts';

/**
 * A layout on a board where everything is `scale` times as large, as on a large screen: what it says of places is
 * multiplied, and what it is asked about them divided.
 */
export function scaledLayout(layout: BoardLayout, scale: number): BoardLayout {
  if (scale === 1) return layout;
  const scaled = <T extends Box>(box: T): T => ({
    ...box,
    left: box.left * scale,
    top: box.top * scale,
    width: box.width * scale,
    height: box.height * scale,
  });
  return {
    height: layout.height * scale,
    boxes: layout.boxes.map(scaled),
    pictureWidth: (item) => layout.pictureWidth(item) * scale,
    headings: layout.headings.map(scaled),
    bands: layout.bands.map((band) => ({ ...band, top: band.top * scale, bottom: band.bottom * scale })),
    dropAt: (x, y) => {
      const drop = layout.dropAt(x / scale, y / scale);
      return drop === null ? null : { ...drop, line: scaled(drop.line) };
    },
    neighbour: (at, key) => layout.neighbour(at, key),
    fromHere: (at, distance) => layout.fromHere(at, distance / scale),
  };
}
