/** What of a slide's section is no text of the slide: notes, its foot, pictures of ink. */
const apart = 'aside.notes, .slide-foot, .ink-layer, script, style, template';

/** The text of a slide as it is shown: white space is one space, as in `shownText`, and each character knows its place. */
export interface ShownWords {
  readonly text: string;
  /** The part of the text that a range on the page holds: from the first whole character to behind the last one. */
  within(range: Range): readonly [from: number, to: number];
  /** The range on the page of a part of the text; `null` for an empty one. */
  rangeOf(from: number, to: number): Range | null;
}

/** Reads the text of a section. */
export function shownWords(section: Element): ShownWords {
  const letters: { readonly node: Text; readonly at: number }[] = [];
  let text = '';
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(apart) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    for (let at = 0; at < node.data.length; at++) {
      const letter = node.data.charAt(at);
      const isSpace = /\s/.test(letter);
      if (isSpace && (text === '' || text.endsWith(' '))) continue;
      text += isSpace ? ' ' : letter;
      letters.push({ node, at });
    }
  }
  const whole = text.trimEnd();
  return {
    text: whole,
    within(range) {
      const from = letters.findIndex(({ node, at }) => range.comparePoint(node, at) >= 0);
      const to = letters.findLastIndex(({ node, at }) => range.comparePoint(node, at + 1) <= 0) + 1;
      return from === -1 ? [0, 0] : [from, Math.max(from, Math.min(to, whole.length))];
    },
    rangeOf(from, to) {
      const [first, last] = [letters[from], letters[to - 1]];
      if (first === undefined || last === undefined || from >= to) return null;
      const range = document.createRange();
      range.setStart(first.node, first.at);
      range.setEnd(last.node, last.at + 1);
      return range;
    },
  };
}

/** A part of a text without the white space at its ends. */
export function trimmed(text: string, from: number, to: number): readonly [from: number, to: number] {
  const words = text.slice(from, to);
  const start = from + words.length - words.trimStart().length;
  return [start, start + words.trim().length];
}
