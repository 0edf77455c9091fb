import { undo } from '@codemirror/commands';
import type { EditorState, Transaction } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { annotations } from '../../../../../src/core/annotations/annotation-field.ts';
import { summariseAnnotations } from '../../../../../src/core/annotations/annotation-summary.ts';
import { changeLayer } from '../../../../../src/core/annotations/commands/layers.ts';
import { placeAnnotations } from '../../../../../src/core/annotations/commands/place-annotations.ts';
import type { Comment } from '../../../../../src/core/annotations/comment.ts';
import {
  removeReply,
  reopenComment,
  replyToComment,
  resolveComment,
  rewriteRemark,
} from '../../../../../src/core/annotations/comments/comment-commands.ts';
import {
  commentAuthors,
  type CommentFilter,
  commentsOn,
  hiddenComments,
  listedComments,
  openComments,
} from '../../../../../src/core/annotations/comments/comment-list.ts';
import { isStillQuoted, shownText } from '../../../../../src/core/annotations/comments/quoted-text.ts';
import { quoteOf } from '../../../../../src/core/annotations/comments/text-quote.ts';
import { unplacedGroups } from '../../../../../src/core/annotations/unplaced.ts';
import { deleteSlides } from '../../../../../src/core/deck/commands/delete-slides.ts';
import { mergeWithNext } from '../../../../../src/core/deck/commands/merge-with-next.ts';
import { splitSlide } from '../../../../../src/core/deck/commands/split-slide.ts';
import { createDeck } from '../../../../../src/core/deck/deck-state.ts';
import { stepNames } from '../../../../../src/core/deck/step-names.ts';
import { box, comment, layer, stroke, withAnnotation } from '../sample-annotations.ts';

const reply = (id: string, more = {}) => ({
  id,
  creator: 'Ann',
  created: '2026-01-02T00:00:00Z',
  text: 'Yes',
  ...more,
});
const base = [
  comment('s2', 'a', { creator: 'Bob', text: 'As of when?' }),
  comment('s1', 'b', { creator: 'Ann', text: 'Über die Lage', resolved: { by: 'Bob', at: '2026-01-03T00:00:00Z' } }),
  comment('s2', 'c', { creator: '', text: 'Fine', replies: [reply('r')] }),
].reduce<EditorState>(withAnnotation, createDeck('# A\n\n---\n\n# B\n\n---\n\n# C'));
const after = (deck: EditorState, command: (state: EditorState) => Transaction | null) => command(deck)?.state ?? deck;
const of = (deck: EditorState, id: string) => annotations(deck).find((each) => each.id === id) as Comment;
const everything: CommentFilter = { standing: 'all', slide: null, words: '', author: null };

describe('a comment', () => {
  it('is answered, rewritten, resolved and reopened, each as one step', () => {
    const at = '2026-02-02T00:00:00Z';
    const steps: readonly ((state: EditorState) => Transaction | null)[] = [
      (state) => replyToComment(state, 'a', reply('r2')),
      (state) => rewriteRemark(state, { comment: 'a', reply: 'r2' }, 'No', at),
      (state) => rewriteRemark(state, { comment: 'a', reply: null }, 'Since when?', at),
      (state) => resolveComment(state, 'a', 'Cy', at),
      (state) => reopenComment(state, 'a'),
      (state) => removeReply(state, 'a', 'r2'),
    ];
    let deck = base;
    const values = steps.map((step) => of((deck = after(deck, step)), 'a'));
    expect(
      values.map(({ text, replies, resolved, modified }) => [text, replies.map((r) => r.text), resolved, modified]),
    ).toEqual([
      ['As of when?', ['Yes'], null, undefined],
      ['As of when?', ['No'], null, undefined],
      ['Since when?', ['No'], null, at],
      ['Since when?', ['No'], { by: 'Cy', at }, at],
      ['Since when?', ['No'], null, at],
      ['Since when?', [], null, at],
    ]);
    expect(values[1]?.replies[0]?.modified).toBe(at);
    expect(stepNames(deck).done.slice(-6)).toEqual([
      'Replied to a comment on slide 2',
      'Rewrote a reply on slide 2',
      'Rewrote a comment on slide 2',
      'Resolved a comment on slide 2',
      'Reopened a comment on slide 2',
      'Deleted a reply on slide 2',
    ]);
    for (const _ of steps) undo({ state: deck, dispatch: (transaction) => (deck = transaction.state) });
    expect(of(deck, 'a')).toEqual(of(base, 'a'));
  });

  it('stays as it is where nothing would change, or its layer is locked', () => {
    const locked = after(base, (state) => changeLayer(state, 'default', { locked: true }));
    expect([
      resolveComment(base, 'b', 'Cy', ''),
      reopenComment(base, 'a'),
      rewriteRemark(base, { comment: 'a', reply: null }, 'As of when?', ''),
      rewriteRemark(base, { comment: 'a', reply: 'none' }, 'x', ''),
      removeReply(base, 'a', 'none'),
      replyToComment(base, 'none', reply('x')),
      replyToComment(locked, 'a', reply('x')),
      resolveComment(locked, 'a', 'Cy', ''),
    ]).toEqual(Array.from({ length: 8 }, () => null));
  });
});

describe('the list of comments', () => {
  const listed = (filter: Partial<CommentFilter>, deck = base) =>
    listedComments(deck, { ...everything, ...filter }).map(({ comment: { id }, number }) => `${id}${number}`);

  it('goes slide by slide, numbered on each', () => {
    expect(listed({})).toEqual(['b1', 'a1', 'c2']);
    expect(listed({ slide: 's2' })).toEqual(['a1', 'c2']);
    expect([openComments(base, 's1'), openComments(base, 's2'), openComments(base, 's3')]).toEqual([0, 2, 0]);
    expect(commentsOn(base, 's2')).toBe(commentsOn(base, 's2'));
  });

  it.each<readonly [Partial<CommentFilter>, readonly string[]]>([
    [{ standing: 'open' }, ['a1', 'c2']],
    [{ standing: 'resolved' }, ['b1']],
    [{ words: 'uber lage' }, ['b1']],
    [{ words: 'yes' }, ['c2']],
    [{ words: 'bob when' }, ['a1']],
    [{ words: 'nothing' }, []],
    [{ author: 'Ann' }, ['b1', 'c2']],
    [{ author: '', standing: 'open' }, ['c2']],
  ])('lets through what %j asks for', (filter, ids) => expect(listed(filter)).toEqual(ids));

  it('knows everybody who wrote, and leaves out what lies on hidden layers', () => {
    expect(commentAuthors(base)).toEqual(['', 'Ann', 'Bob']);
    const hidden = [comment('s1', 'h', { layer: 'l' })].reduce<EditorState>(
      withAnnotation,
      createDeck('# A', { layers: [layer('l', { hidden: true })] }),
    );
    expect(listed({}, hidden)).toEqual([]);
    expect(hiddenComments(hidden)).toBe(1);
  });
});

describe('a quote on a slide', () => {
  const body = '## Readiness &amp; crews\n\nTwo **of three** <b>crews</b>\n\nNote: two of four';
  const quote = (text: string, words: string, where: 'source' | 'slide') => {
    const from = text.indexOf(words);
    return { kind: 'quote', in: where, ...quoteOf(text, from, from + words.length) } as const;
  };

  it('is looked for in what the slide says, or in its Markdown', () => {
    expect(shownText(body)).toBe('Readiness & crews Two of three crews');
    expect(isStillQuoted(body, quote(shownText(body), 'of three crews', 'slide'))).toBe(true);
    expect(isStillQuoted(body, quote(body, '**of three** <b>crews', 'source'))).toBe(true);
    expect(isStillQuoted('## Other\n\nmatters', quote(body, '**of three** <b>crews', 'source'))).toBe(false);
    expect(isStillQuoted('## Other\n\nmatters', quote(shownText(body), 'of three crews', 'slide'))).toBe(false);
  });
});

describe('comments on words', () => {
  const text = '# A\n\nfirst words here\n\nsecond words there\n\n---\n\n# B\n\nother matters';
  const about = (words: string) => {
    const from = text.indexOf(words);
    return { kind: 'quote', in: 'source', ...quoteOf(text, from, from + words.length) } as const;
  };
  const deck = [
    comment('s1', 'one', { anchor: about('first words') }),
    comment('s1', 'two', { anchor: about('second words') }),
    comment('s1', 'whole'),
    stroke('s2', 'ink'),
    comment('s2', 'other', { anchor: about('other matters') }),
  ].reduce<EditorState>(withAnnotation, createDeck(text));
  const places = (state: EditorState) => annotations(state).map(({ slide }) => slide);

  it('go with the words when a slide is split, and when two are joined', () => {
    let state = after(deck, (now) => splitSlide(now, text.indexOf('second'), 'horizontal'));
    expect(places(state)).toEqual(['s1', 's3', 's1', 's2', 's2']);
    const dispatch = (transaction: Transaction) => (state = transaction.state);
    undo({ state, dispatch });
    expect(places(state)).toEqual(places(deck));
    state = after(deck, (now) => mergeWithNext(now, 's1'));
    // Ink lies where it was drawn: it waits.
    expect(places(state)).toEqual(['s1', 's1', 's1', 's2', 's1']);
    expect(unplacedGroups(state).map((group) => group.annotations.map(({ id }) => id))).toEqual([['ink']]);
    undo({ state, dispatch });
    expect(places(state)).toEqual(places(deck));
  });
});

describe('what has no slide', () => {
  const text = '# A\n\n---\n\n# B\n\n---\n\n# C';
  const all = [comment('s3', 'c'), stroke('s2', 'i'), box('s2', 'b'), comment('s1', 'here')];
  const deck = after(all.reduce<EditorState>(withAnnotation, createDeck(text)), (state) =>
    deleteSlides(state, ['s2', 's3']),
  );

  it('waits by the slide that it was on, and can be put on another', () => {
    const waiting = (state: EditorState) =>
      unplacedGroups(state).map(({ slide, annotations: each }) => [slide?.number, each.map(({ id }) => id)]);
    expect(waiting(deck)).toEqual([
      [2, ['i', 'b']],
      [3, ['c']],
    ]);
    const placed = after(deck, (state) => placeAnnotations(state, ['i', 'b'], 's1'));
    expect(waiting(placed)).toEqual([[3, ['c']]]);
    expect(stepNames(placed).done.at(-1)).toBe('Put 2 drawings on slide 1');
    expect(placeAnnotations(deck, ['i'], 'none')).toBeNull();
    expect(placeAnnotations(deck, ['here'], 's1')).toBeNull();
  });

  it('of another program waits only where it names a slide', () => {
    const foreign = { kind: 'foreign', slide: '', source: {} } as const;
    const lastSlide = { id: null, fingerprint: 'x', text: '# Gone', number: 4 };
    const state = createDeck('# A', {
      annotations: [
        { ...foreign, id: 'x' },
        { ...foreign, id: 'y', lastSlide },
      ],
    });
    expect(unplacedGroups(state)).toMatchObject([{ slide: lastSlide, annotations: [{ id: 'y' }] }]);
    const placed = after(state, (now) => placeAnnotations(now, ['y'], 's1'));
    expect(annotations(placed)[1]).toEqual({ ...foreign, id: 'y', slide: 's1' });
  });

  it('is listed last, with the number that its slide had', () => {
    expect(
      summariseAnnotations(deck).map(({ id, kind, slide, placed, lastSlide }) => [id, kind, slide, placed, lastSlide]),
    ).toEqual([
      ['here', 'comment', 1, true, null],
      ['c', 'comment', null, false, 3],
      ['i', 'pen', null, false, 2],
      ['b', 'rectangle', null, false, 2],
    ]);
  });
});
