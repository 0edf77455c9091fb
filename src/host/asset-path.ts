/**
 * The segments of a path that a page asked for, decoded once, or `null` for a path that names nothing below a folder
 * on some system: an empty, hidden or parent segment, a backslash, a colon (drive, stream), a control character, or a
 * second layer of encoding. `encoded` has no leading slash.
 */
export function assetPath(encoded: string): readonly string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(encoded);
  } catch {
    return null;
  }
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  if (/[\u0000-\u001f\u007f\\:]/.test(decoded) || /%(?:2[ef]|5c|00|25|3a)/i.test(decoded)) return null;
  const segments = decoded.split('/');
  return segments.every((segment) => segment !== '' && !segment.startsWith('.') && !/[. ]$/.test(segment))
    ? segments
    : null;
}
