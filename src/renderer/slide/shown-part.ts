/** Characters of a slide that are drawn: many times what fits on one, and no more than a page can lay out at once. */
const mostDrawn = 100_000;

/** Characters of one line, which is one paragraph at most: the longer it is, the longer each of its lines takes to be laid out. */
const longestLine = 20_000;

/** Characters without a space between them: a browser takes the square of their number to break them into lines. */
const longestWord = 10_000;

/**
 * As much of a slide's Markdown as is drawn: all of it, unless it, or one line or word of it, is longer than any slide can show.
 * Pictures that are written out in it do not count.
 */
export function shownPart(markdown: string): string {
  if (markdown.length <= longestWord) return markdown;
  const shown = fittingPart(markdown);
  return shown.slice(0, endOfLongWord(shown) ?? shown.length);
}

/** Where the first word ends that is too long, as far as it is drawn; `null` where there is none. */
function endOfLongWord(text: string): number | null {
  let start = 0;
  for (const { index } of [...text.matchAll(/\s/g), { index: text.length }]) {
    if (index - start > longestWord && !text.slice(start, index).includes('data:')) return start + longestWord;
    start = index + 1;
  }
  return null;
}

function fittingPart(markdown: string): string {
  if (markdown.length <= longestLine) return markdown;
  let left = mostDrawn;
  let end = 0;
  while (end < markdown.length) {
    const newline = markdown.indexOf('\n', end);
    const next = newline === -1 ? markdown.length : newline + 1;
    const length = next - end;
    if (!markdown.slice(end, Math.min(next, end + mostDrawn)).includes('data:')) {
      if (length > Math.min(left, longestLine)) return markdown.slice(0, end + Math.min(left, longestLine));
      left -= length;
    }
    end = next;
  }
  return markdown;
}
