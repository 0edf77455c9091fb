const known = new Map<string, string>();

let context: OffscreenCanvasRenderingContext2D | null = null;

/** Any CSS colour, as the browser computes it, as `#rrggbb` or `#rrggbbaa`. */
export function hexColour(css: string): string {
  let hex = known.get(css);
  if (hex === undefined) {
    hex = painted(css);
    known.set(css, hex);
  }
  return hex;
}

/** A colour that is seen; `null` for one that is not. */
export function visibleColour(css: string): string | null {
  const hex = hexColour(css);
  return hex.endsWith('00') && hex.length === 9 ? null : hex;
}

function painted(css: string): string {
  const plain = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(css);
  if (plain !== null) return toHex(plain.slice(1).map(Number));
  // Colours may be computed in spaces that only the browser can turn into this one.
  context ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (context === null) return '#000000';
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return toHex(alpha === 255 ? [red, green, blue] : [red, green, blue, alpha]);
}

function toHex(channels: readonly number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
