/** Dice's coefficient over words and pairs of neighbouring words, counted: as documented, and as plain as it can be. */
export function likeness(a: string, b: string): number {
  const [one, other] = [features(a), features(b)];
  const left = [...other];
  let shared = 0;
  for (const feature of one) {
    const at = left.indexOf(feature);
    if (at === -1) continue;
    left.splice(at, 1);
    shared++;
  }
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length);
}

function features(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...words, ...words.slice(1).map((word, i) => `${words[i]} ${word}`)];
}
