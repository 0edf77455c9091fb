import { expect, it } from 'vitest';
import type { AnnotationCopy } from '../../../src/core/annotations/annotation-copies.ts';
import { saveCopy } from '../../../src/host/annotation-copy.ts';

it('a copy goes where the user wants it, under a name that says what it is', async () => {
  const delivered: unknown[] = [];
  const save = (copy: AnnotationCopy, wanted = true, slide?: string) =>
    saveCopy({ copy, slide, text: '防衛' }, '/decks/talk.md', async ({ name, kind, deckPath }) => {
      if (!wanted) return null;
      return {
        deliver: async () => expect.fail('a copy is no export'),
        save: async (bytes) => {
          delivered.push([kind.mediaType, deckPath, Buffer.from(bytes).toString()]);
          return { name, path: null, url: '/x' };
        },
      };
    });
  expect(await save('comments')).toEqual({ outcome: 'saved', name: 'talk.comments.md', path: null, url: '/x' });
  expect(await save('annotations')).toMatchObject({ name: 'talk.annotations.jsonld' });
  expect(await save('drawings', true, '3.1')).toMatchObject({ name: 'talk.drawings-3-1.svg' });
  expect(await save('comments', false)).toEqual({ outcome: 'cancelled' });
  expect(delivered).toEqual([
    ['text/markdown', '/decks/talk.md', '防衛'],
    ['application/ld+json', '/decks/talk.md', '防衛'],
    ['image/svg+xml', '/decks/talk.md', '防衛'],
  ]);
});
