/** Wraps every place where one of `words` stands in the slide of a frame into a `mark`. */
export function markWords(frame: HTMLElement, words: readonly string[]): void {
  const pattern = wordPattern(words);
  const section = frame.querySelector('section');
  if (pattern === null || section === null) return;
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode() !== null)
    if (walker.currentNode instanceof Text && isWritten(walker.currentNode)) texts.push(walker.currentNode);
  for (const text of texts) markIn(text, pattern);
}

/** Formulas, drawings and the slide's number are no place for an element of ours. */
function isWritten(text: Text): boolean {
  return text.parentElement?.closest('svg, math, .slide-foot') === null;
}

function markIn(text: Text, pattern: RegExp): void {
  const found = [...text.data.matchAll(pattern)];
  // From the end, so that the places of the others hold.
  for (const { 0: word, index } of found.toReversed()) {
    const rest = text.splitText(index);
    rest.splitText(word.length);
    const mark = document.createElement('mark');
    mark.className = 'ui-mark';
    rest.replaceWith(mark);
    mark.append(rest);
  }
}

/** What finds the words, whole where spaces divide words; `null` where there are none. */
export function wordPattern(words: readonly string[]): RegExp | null {
  const alternatives = words
    .filter((word) => word.trim() !== '')
    .toSorted((a, b) => b.length - a.length)
    .map((word) => {
      const literal = word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);
      return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]/u.test(word)
        ? literal
        : String.raw`(?<![\p{L}\p{N}])${literal}(?![\p{L}\p{N}])`;
    });
  return alternatives.length === 0 ? null : new RegExp(alternatives.join('|'), 'gu');
}
