import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTarget } from '../../../src/host/target.ts';

let folder: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'lectern-target-')));
  for (const name of ['a.md', 'B.MARKDOWN', '.hidden.md', 'notes.txt', 'photo.png', 'md'])
    await writeFile(join(folder, name), '# A');
});
afterAll(() => rm(folder, { recursive: true }));

describe('findTarget', () => {
  it('opens a folder as a library', async () => expect(await findTarget(folder)).toEqual({ folder }));

  it.each(['a.md', 'B.MARKDOWN', '.hidden.md'])('opens %s as a deck in its folder', async (name) =>
    expect(await findTarget(join(folder, name))).toEqual({ folder, open: join(folder, name) }),
  );

  it.each(['notes.txt', 'photo.png', 'md'])('opens no %s', async (name) => {
    await expect(findTarget(join(folder, name))).rejects.toMatchObject({
      code: 'not-a-deck',
      message: `${name} is no Markdown file, and no bundle or PDF that could hold one.`,
      wayOut: expect.stringContaining('.md'),
    });
  });

  it('says that there is nothing', async () => {
    const path = join(folder, 'gone.md');
    await expect(findTarget(path)).rejects.toMatchObject({ code: 'missing', place: { file: path } });
    await expect(findTarget(join(folder, 'a.md', 'b.md'))).rejects.toMatchObject({ code: 'missing' });
  });
});
