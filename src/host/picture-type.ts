import { isUtf8 } from 'node:buffer';

/** The extension for a picture of these bytes, with its dot, or `null` if they are none that a deck can show. */
export function pictureExtension(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 32)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return '.png';
  if (head.startsWith('\xff\xd8\xff')) return '.jpg';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return '.gif';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return '.webp';
  // The brand may be the second one: an image sequence, or one that is also something more general.
  if (head.startsWith('ftyp', 4) && /avif|avis/.test(head.slice(8))) return '.avif';
  return isSvg(bytes) ? '.svg' : null;
}

/** Whether the first element is `<svg>`, after what may stand before it in XML. */
function isSvg(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64 * 1024);
  // The cut may go through a character, so only whole texts are held to be UTF-8.
  if (bytes.length === start.length && !isUtf8(bytes)) return false;
  let text = new TextDecoder().decode(start).trimStart();
  for (;;) {
    const rest = text.replace(/^(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype\s+svg\b[^[>]*(?:\[[^\]]*\]\s*)?>)\s*/i, '');
    if (rest === text) return /^<svg[\s/>]/.test(text);
    text = rest;
  }
}
