import { describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../src/contract/client.ts';
import { openDoor } from '../../../src/contract/door.ts';
import type { Handlers } from '../../../src/contract/table.ts';
import { callNames } from './call-names.ts';
import { defaultOptions } from '../../../src/core/export/options.ts';
import { Failure } from '../../../src/core/failure.ts';

const handler = vi.fn(async (): Promise<never> => {
  throw new Failure({ code: 'missing', message: 'There is no such deck.', wayOut: 'Open another.' });
});
// Every call of the table, answered alike: only the door is under test.
const handlers = Object.fromEntries(callNames.map((name) => [name, handler])) as unknown as Handlers;
const door = openDoor(handlers);

describe('the door', () => {
  it.each([['deck.erase'], ['__proto__'], ['constructor'], ['toString'], [42], [null], [undefined], [{}]])(
    'refuses the call %s',
    async (name) => {
      handler.mockClear();
      expect(await door(name, {})).toMatchObject({ ok: false, failure: { code: 'refused' } });
      expect(handler).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['deck.open', {}],
    ['deck.open', { deck: '../../etc/passwd' }],
    ['deck.open', { deck: 'abcdefgh1234', more: 1 }],
    ['deck.open', null],
    ['deck.save', { deck: 'abcdefgh1234', text: 1, base: null }],
    ['deck.save', { deck: 'abcdefgh1234', text: '', base: 'not a hash' }],
    [
      'export.run',
      {
        job: 'abcdefgh1234',
        deck: 'abcdefgh1234',
        text: '',
        annotations: null,
        options: { ...defaultOptions('pdf'), slides: [0] },
      },
    ],
  ])('refuses %s with the arguments %j', async (name, args) => {
    handler.mockClear();
    expect(await door(name, args)).toMatchObject({ ok: false, failure: { code: 'refused' } });
    expect(handler).not.toHaveBeenCalled();
  });

  it('hands failures on, with place and way out, to the client at the other end', async () => {
    const client = createClient({ invoke: door, subscribe: () => () => undefined });
    await expect(client.call('deck.open', { deck: 'abcdefgh1234' })).rejects.toMatchObject({
      name: 'Failure',
      code: 'missing',
      wayOut: 'Open another.',
    });
  });
});
