import { expect, it } from 'vitest';
import { fileManager, revealFile } from '../../../src/server/reveal.ts';

it.each([
  ['linux', ['xdg-open', '/decks & co']],
  ['darwin', ['open', '-R', '/decks & co/$(a) "b".md']],
] as const)('on %s asks the file manager itself, no shell', (platform, command) => {
  expect(fileManager('/decks & co/$(a) "b".md', platform)).toEqual(command);
});

it('on Windows quotes the path as that one reads it', () => {
  expect(fileManager('C:\\a b & c\\talk.md', 'win32')).toEqual(['explorer.exe', '/select,"C:\\a b & c\\talk.md"']);
});

it('says that there is no file manager, and where the file is', async () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '/nonexistent';
  try {
    await expect(revealFile('/decks/a.md', 'linux')).rejects.toMatchObject({
      code: 'unexpected',
      message: expect.stringContaining('a.md'),
      wayOut: expect.stringContaining('/decks'),
    });
  } finally {
    process.env['PATH'] = path;
  }
});
