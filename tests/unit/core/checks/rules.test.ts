import { describe, expect, it } from 'vitest';
import { checkDeck, deckDiagnostics } from '../../../../src/core/checks/deck-diagnostics.ts';
import { addressPath, DeckFiles, pathAddress } from '../../../../src/core/checks/deck-files.ts';
import { problemRange } from '../../../../src/core/checks/problem.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';

const files = new DeckFiles([
  { path: 'images/map.png', bytes: 2000 },
  { path: 'images/地図 (1).png', bytes: 2000 },
  { path: 'images/huge.jpg', bytes: 14_200_000 },
  { path: 'film.mp4', bytes: 90_000_000 },
  { path: 'a/same.png', bytes: 1 },
  { path: 'b/same.png', bytes: 1 },
]);

/** Each problem as `code: the text that it points to`. */
function found(text: string): readonly string[] {
  const state = createDeck(text);
  return checkDeck(state, files).map((problem) => {
    const range = problemRange(state, problem);
    return `${problem.code}: ${range === null ? '' : state.sliceDoc(range.from, range.to)}`;
  });
}

describe('each rule, by example', () => {
  it.each([
    ['a deck without a problem', '# A\n\n![m](images/map.png)\n\n[a link](https://example.org)', []],
    ['front matter', '---\nminutes: soon\n---\n# A', ['front-matter: minutes: soon']],
    ['a setext heading', 'text\n---', ['setext-heading: ---']],
    ['a setext heading in code', '```\ntext\n---\n```', []],
    ['a block left open', '# A\n\n```js\na\n\n---\n', ['unclosed-block: ```js']],
    ['columns left open', '::: columns\n::: column\na\n:::', ['unclosed-columns: ::: columns']],
    ['columns', '::: columns\n::: column\na\n:::\n:::', []],
    [
      'attributes that are dropped',
      '# A <!-- .slide: id="a" onclick="x()" data-transition="spin" -->\n\n- b <!-- .element: data-x -->',
      ['attribute-dropped: onclick="x()"', 'attribute-dropped: data-transition="spin"', 'attribute-dropped: data-x'],
    ],
    ['attributes in code', '`<!-- .slide: onclick="x" -->`\n\n```\n<!-- .slide: onclick="x" -->\n```', []],
    [
      'attributes that are not read',
      "# A <!-- .slide: class='x' id=y -->",
      ["attribute-not-read: class='x'", 'attribute-not-read: id=y'],
    ],
    ['ids given twice', '# A <!-- .slide: id="x" -->\n\n---\n\n# B <!-- .slide: id="x" -->', ['repeated-id: id="x"']],
    ['a picture on the network', '![x](https://example.org/x.png "t")', ['media-left-out: https://example.org/x.png']],
    ['a picture outside', '<img alt="" src="../x.png">', ['media-left-out: ../x.png']],
    ['an embedded page', '<iframe src="map.html"></iframe>', ['media-left-out: map.html']],
    ['a picture that is not there', '![x](images/none.png)', ['missing-file: images/none.png']],
    ['a picture by reference', '![x][m]\n\n[m]: images/none.png', ['missing-file: images/none.png']],
    ['a reference for a link', '[x][m]\n\n[m]: images/none.png', []],
    [
      'a background that is not there',
      '<!-- .slide: data-background-image="images/map.png, no.png" -->',
      ['missing-file: no.png'],
    ],
    ['a film and its picture', '<video src="film.mp4" poster="no.png"></video>', ['missing-file: no.png']],
    ['an encoded name', '![x](images/%E5%9C%B0%E5%9B%B3%20%281%29.png)\n\n![x](<images/地図 (1).png>)', []],
    ['a large picture', '![x](images/huge.jpg)', ['large-file: images/huge.jpg']],
    ['a large film', '<video src="film.mp4"></video>', []],
    [
      'pictures in code and in comments',
      '`![x](a.png)`\n\n<!-- ![x](b.png) -->\n\n    text\n\n```\n![x](c.png)\n```',
      [],
    ],
    ['a list without spaces', '-one\n-two', ['missing-space: -', 'missing-space: -']],
    ['a heading without a space', '##Heading', ['missing-space: ##']],
    ['a hash tag, a number, a minus', '#tag\n\n#1 of them\n\n-5 °C\n\n-x', []],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('names the place in lines and columns of the file', () => {
    expect(deckDiagnostics(createDeck('---\ntitle: T\n---\n# A\n\n---\n\n# B <!-- .slide: onclick="x" -->'))).toEqual([
      {
        code: 'attribute-dropped',
        severity: 'warning',
        message: 'onclick is not an attribute that a deck may set. It was left out.',
        slide: 2,
        line: 8,
        column: 18,
      },
    ]);
  });

  it.each([
    ['# A <!-- .slide: onclick="x" -->\n\ntext', '# A\n\ntext'],
    ['<!-- .slide: onclick="x" -->\n# A', '# A'],
    ['# A <!-- .slide: onclick="x" id="a" -->', '# A <!-- .slide: id="a" -->'],
    ['- a\n<!-- .element: onclick="x" -->\n- b', '- a\n- b'],
  ])('removes a dropped attribute, and its comment where it was alone: %j', (text, expected) => {
    const state = createDeck(text);
    const transaction = checkDeck(state)[0]?.mend?.command(state);
    expect(transaction?.state.sliceDoc()).toBe(expected);
  });

  it('offers a file of the same name only where there is one', () => {
    const label = (text: string) => checkDeck(createDeck(text), files)[0]?.mend?.label;
    expect(label('![x](map.PNG)')).toBe('Show “images/map.png”');
    expect(label('![x](same.png)')).toBeUndefined();
  });

  it('says nothing about files where none are known', () => {
    expect(checkDeck(createDeck('![x](images/none.png)'))).toEqual([]);
  });
});

it.each(['images/地図 (1).png', 'a b.png', "100%, it's.png", 'x#1?.png'])('an address means its path: %s', (path) => {
  expect(addressPath(pathAddress(path))).toBe(path);
});

it('is quick with texts made to be slow', () => {
  for (const text of ['![', '![a](', '<img ', '<!-- .slide: a=', '[a]: <', '-a\n', '`a', '#a '])
    checkDeck(createDeck(text.repeat(20_000)), files);
});
