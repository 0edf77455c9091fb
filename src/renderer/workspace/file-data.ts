/** The largest file whose content a page passes on, in bytes: it travels as text. */
export const largestData = 100_000_000;

/** The bytes of a file that a page was given, in Base64. */
export async function fileData(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
