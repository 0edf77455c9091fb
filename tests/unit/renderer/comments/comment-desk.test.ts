// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { annotations } from '../../../../src/core/annotations/annotation-field.ts';
import { changeLayer } from '../../../../src/core/annotations/commands/layers.ts';
import type { Comment } from '../../../../src/core/annotations/comment.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { CommentDesk } from '../../../../src/renderer/comments/comment-desk.ts';
import { CommentsModel } from '../../../../src/renderer/comments/comments-model.ts';
import { DeckSession } from '../../../../src/renderer/workspace/deck-session.ts';
import { comment } from '../../core/annotations/sample-annotations.ts';

function atDesk(refusal: string | null = null) {
  const session = new DeckSession(
    createDeck('# A\n\n---\n\n# B\n\n---\n\n# C', {
      annotations: [comment('s1', 'a'), comment('s3', 'c'), comment('s3', 'd')],
    }),
  );
  const model = new CommentsModel();
  const desk = new CommentDesk(session, model);
  const [say, show] = [vi.fn<(message: string) => void>(), vi.fn<(panel: string) => void>()];
  desk.standIn({ say, author: 'Ann', refusal, show });
  const all = () => annotations(session.state) as readonly Comment[];
  return { session, model, desk, say, show, all };
}

describe('the desk', () => {
  it('puts a comment on its slide, signed, and lights it up', () => {
    const { session, model, desk, show, all } = atDesk();
    session.goTo('s2');
    desk.begin({ kind: 'slide' });
    expect(show).toHaveBeenCalledWith('comments');
    model.set({ standing: 'resolved', words: 'x' });
    expect(desk.post('  \n', 'Ann')).toBe(false);
    expect(desk.post(' Why?\n', 'Ann')).toBe(true);
    expect(all().at(-1)).toMatchObject({ slide: 's2', creator: 'Ann', text: 'Why?', layer: 'default' });
    // It is to be seen in the list.
    expect(model.state()).toMatchObject({ draft: null, selected: all().at(-1)?.id, standing: 'open', words: '' });
    session.undo();
    expect(all()).toHaveLength(3);
  });

  it('keeps the words of a comment that is begun once more elsewhere', () => {
    const { model, desk } = atDesk();
    desk.begin({ kind: 'slide' });
    model.set({ draft: { slide: 's1', anchor: { kind: 'slide' }, text: 'Half a' } });
    desk.begin({ kind: 'point', x: 1, y: 2 }, 's2');
    expect(model.state().draft).toEqual({ slide: 's2', anchor: { kind: 'point', x: 1, y: 2 }, text: 'Half a' });
  });

  it('goes from one to the next, from the slide in view on, round and round', () => {
    const { session, model, desk } = atDesk();
    session.goTo('s2');
    const seen = [1, 1, 1, -1, -1].map((by) => {
      desk.step(by as 1 | -1);
      return `${model.state().selected} ${session.snapshot().current}`;
    });
    expect(seen).toEqual(['c s3', 'd s3', 'a s1', 'd s3', 'c s3']);
  });

  it('takes the light from a comment that leaves the list, and gives its neighbour the focus', () => {
    const { model, desk, all } = atDesk();
    desk.select('c');
    desk.resolve(all()[1] ?? comment('', ''));
    expect(model.state()).toMatchObject({ selected: null, focus: { on: 'comment', id: 'd' } });
    desk.remove({ comment: 'd', reply: null });
    expect(model.state().focus).toEqual({ on: 'comment', id: 'a' });
    desk.remove({ comment: 'a', reply: null });
    expect(model.state().focus).toEqual({ on: 'list' });
  });

  it('shows a comment whatever the filter', () => {
    const { model, desk, all } = atDesk();
    desk.resolve(all()[1] ?? comment('', ''));
    model.set({ words: 'nothing of the kind' });
    desk.open('c');
    expect(model.state()).toMatchObject({
      standing: 'all',
      words: '',
      selected: 'c',
      focus: { on: 'comment', id: 'c' },
    });
  });

  it('says why it cannot: annotations that must be left alone, a locked layer', () => {
    const refused = atDesk('Not today.');
    refused.desk.begin({ kind: 'slide' });
    expect(refused.desk.reply(refused.all()[0] ?? comment('', ''), 'x', 'Ann')).toBe(false);
    expect([refused.say.mock.calls, refused.model.state().draft]).toEqual([[['Not today.'], ['Not today.']], null]);
    const { session, desk, say, all } = atDesk();
    session.run((state) => changeLayer(state, 'default', { locked: true }));
    desk.begin({ kind: 'slide' });
    expect(desk.post('x', 'Ann')).toBe(false);
    desk.resolve(all()[0] ?? comment('', ''));
    expect(say.mock.calls).toEqual(
      Array.from({ length: 2 }, () => ['The layer “Default” is locked. Unlock it first, under Annotate.']),
    );
  });
});
