/** Least width of the panel, and of what stands beside it, in CSS pixels at the usual size. */
const usualLeast = 280;
const usualBeside = 440;

/** Of the window. */
const usualShare = 0.29;

/** In CSS pixels. */
export interface PanelWidth {
  readonly width: number;
  readonly least: number;
  readonly most: number;
}

/**
 * The side panel's width: as it was chosen, as far as there is room for that; `null` for nothing chosen.
 * @param room the window's width in CSS pixels
 * @param scale how much larger than usual everything is
 */
export function panelWidth(chosen: number | null, room: number, scale: number): PanelWidth {
  const least = usualLeast * scale;
  const most = Math.max(least, room - usualBeside * scale);
  return { width: Math.min(most, Math.max(least, chosen ?? Math.round(room * usualShare))), least, most };
}
