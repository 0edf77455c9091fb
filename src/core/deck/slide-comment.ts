import { formatAttribute, type WrittenAttribute, writtenAttributes } from './attributes.ts';
import { BlockScanner, forEachLine } from './block-scanner.ts';
import { slideComment } from './slide-scan.ts';
import type { Range } from './slide.ts';

/** A replacement in a slide's body; `\n` stands for the file's own line ends. */
export interface Edit extends Range {
  readonly insert: string;
}

interface Comment extends Range {
  readonly textFrom: number;
  readonly textTo: number;
}

/** The `<!-- .slide: … -->` comments of a slide's body, outside code. */
function slideComments(body: string): readonly Comment[] {
  const found: Comment[] = [];
  if (!body.includes('.slide:')) return found;
  const scanner = new BlockScanner();
  forEachLine(body, (from, to) => {
    if (scanner.line(body, from, to) === 'opaque') return;
    for (let mark = body.indexOf('.slide:', from); mark !== -1 && mark < to; mark = body.indexOf('.slide:', mark + 1)) {
      const comment = slideComment(body, 0, mark);
      if (comment !== null) found.push(comment);
    }
  });
  return found;
}

/**
 * The edits of a slide's body that set one attribute, or with `null` take it away, and touch nothing beside it: in the
 * comment that sets it, else at the end of the last comment, else in a new comment on a line of its own in front.
 */
export function attributeEdits(body: string, name: string, value: string | null): readonly Edit[] {
  const comments = slideComments(body);
  const setting = comments.flatMap((comment) => {
    const places = placesOf(body, comment, name);
    return places.length === 0 ? [] : [{ comment, places }];
  });
  if (value === null) return setting.flatMap(({ comment, places }) => removal(body, comment, places));
  const text = formatAttribute(name, value);
  const place = setting.at(-1)?.places.at(-1);
  if (place !== undefined)
    return body.slice(place.from, place.to) === text ? [] : [{ from: place.from, to: place.to, insert: text }];
  const last = comments.at(-1);
  if (last !== undefined) {
    const written = body.slice(last.textFrom, last.textTo).trimEnd();
    // Behind a quote that is never closed, nothing could be read.
    if (writtenIn(`${written} ${text}`).at(-1)?.name === name) {
      const end = last.textFrom + written.length;
      return [{ from: end, to: end, insert: ` ${text}` }];
    }
  }
  return [{ from: 0, to: 0, insert: `<!-- .slide: ${text} -->${body === '' ? '' : '\n'}` }];
}

function writtenIn(text: string): readonly WrittenAttribute[] {
  return [...writtenAttributes(text)];
}

/** Where a comment sets an attribute: more than once, if its author was not careful. */
function placesOf(body: string, { textFrom, textTo }: Comment, name: string): readonly Range[] {
  return writtenIn(body.slice(textFrom, textTo))
    .filter((attribute) => attribute.name === name)
    .map(({ from, to }) => ({ from: textFrom + from, to: textFrom + to }));
}

/** Takes parts of a comment away, each with the space in front of it; and the comment, where nothing else is in it. */
function removal(body: string, comment: Comment, places: readonly Range[]): readonly Edit[] {
  let at = comment.textFrom;
  let rest = '';
  for (const { from, to } of places) {
    rest += body.slice(at, from);
    at = to;
  }
  rest += body.slice(at, comment.textTo);
  if (rest.trim() !== '') {
    return places.map(({ from, to }) => {
      const space = /\s*$/.exec(body.slice(comment.textFrom, from))?.[0].length ?? 0;
      return { from: from - space, to, insert: '' };
    });
  }
  const lineFrom = body.lastIndexOf('\n', comment.from - 1) + 1;
  const lineTo = body.indexOf('\n', comment.to);
  const alone =
    body.slice(lineFrom, comment.from).trim() === '' &&
    body.slice(comment.to, lineTo === -1 ? body.length : lineTo).trim() === '';
  if (!alone) return [{ from: comment.from, to: comment.to, insert: '' }];
  if (lineTo !== -1) return [{ from: lineFrom, to: lineTo + 1, insert: '' }];
  return [{ from: Math.max(0, lineFrom - 1), to: body.length, insert: '' }];
}

/** A slide's body with one attribute set, or with `null` taken away. */
export function withAttribute(body: string, name: string, value: string | null): string {
  return attributeEdits(body, name, value)
    .toReversed()
    .reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), body);
}
