import { expect, test } from 'vitest';
import type { HostClient } from '../../../../src/contract/client.ts';
import { takeDrop } from '../../../../src/renderer/workspace/drop-decks.ts';

interface Asked {
  readonly name: string;
  readonly args: unknown;
}

/** A host with one deck, `plans/talk.md`. */
function hostWith(text: string): { readonly client: HostClient; readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  const answers: Readonly<Record<string, unknown>> = {
    'library.list': { folder: '/decks', decks: [{ deck: 'talk-deck', name: 'plans/talk.md', problem: null }] },
    'deck.open': { text },
    'deck.create': { deck: 'made-deck', name: 'talk 2.md', path: '/decks/talk 2.md' },
  };
  const client = {
    call: async (name: string, args: unknown) => {
      asked.push({ name, args });
      return answers[name];
    },
    on: () => () => undefined,
  } as unknown as HostClient;
  return { client, asked };
}

const file = (name: string, ...parts: BlobPart[]): File => new File(parts, name);

test('a file that the library holds already is opened where it is', async () => {
  const { client, asked } = hostWith('# Talk\n');
  expect(await takeDrop(client, file('talk.md', '\uFEFF# Talk\n'))).toEqual({ deck: 'talk-deck', copied: false });
  expect(asked.some(({ name }) => name === 'deck.create')).toBe(false);
});

test('any other file is copied, under a name that is free', async () => {
  const { client, asked } = hostWith('# Other\n');
  expect(await takeDrop(client, file('talk.md', '# Talk\r\n'))).toEqual({ deck: 'made-deck', copied: true });
  expect(asked.at(-1)?.args).toMatchObject({ name: 'talk.md', text: '# Talk\r\n', taken: 'number' });
});

test('what is no deck is refused with its name, and nothing is written', async () => {
  const { client, asked } = hostWith('');
  await expect(takeDrop(client, file('talk.pptx', 'PK'))).rejects.toThrow('talk.pptx is not a deck.');
  await expect(takeDrop(client, file('bad.md', new Uint8Array([0xff, 0xfe, 0x00])))).rejects.toThrow(
    'bad.md is not UTF-8.',
  );
  expect(asked).toEqual([]);
});
