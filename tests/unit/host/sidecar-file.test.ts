import { chmod, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import * as deckFile from '../../../src/host/deck-file.ts';
import { revisionOf } from '../../../src/host/revision.ts';
import { readSidecar, saveSidecar } from '../../../src/host/sidecar-file.ts';
import { largestText } from '../../../src/host/text-file.ts';
import { temporaryFolders } from './temporary-folder.ts';

vi.mock('../../../src/host/deck-file.ts', { spy: true });

const newFolder = temporaryFolders();
const latin = Buffer.from('{"a":"\xe9"}', 'latin1');

/** A folder with a sidecar in it. */
async function sidecar(bytes: string | Uint8Array): Promise<string> {
  const path = join(await newFolder(), 'talk.annotations.json');
  await writeFile(path, bytes);
  return path;
}
const save = (text: string, base: string | null) => ({ text, base });

describe('a sidecar that cannot be read', () => {
  it.each([
    ['truncated', '{"items": [', revisionOf(Buffer.from('{"items": ['))],
    ['not UTF-8', latin, null],
  ])('as one that is %s, keeps its bytes under another name when another is written', async (_, bytes, base) => {
    const path = await sidecar(bytes);
    await writeFile(join(dirname(path), 'talk.annotations.damaged-1.json'), 'an older one');
    const read = await readSidecar(path);
    expect(read).toMatchObject({ revision: base, damaged: base === null });
    expect(await readdir(dirname(path))).toHaveLength(2);
    const outcome = await saveSidecar(path, save('{}', base), true);
    expect(outcome).toEqual({
      outcome: 'saved',
      revision: revisionOf(Buffer.from('{}')),
      setAside: 'talk.annotations.damaged-2.json',
    });
    expect(await readFile(path, 'utf8')).toBe('{}');
    expect(await readFile(join(dirname(path), 'talk.annotations.damaged-2.json'))).toEqual(Buffer.from(bytes));
    expect(await readFile(join(dirname(path), 'talk.annotations.damaged-1.json'), 'utf8')).toBe('an older one');
  });

  it('as one of 100 MB, is not read, and is kept as well', async () => {
    const path = await sidecar('');
    await truncate(path, 100_000_000);
    const read = await readSidecar(path);
    expect(read).toMatchObject({ text: null, damaged: true, problem: { code: 'too-large' } });
    expect(read.problem?.message).toBe(
      `talk.annotations.json is larger than the ${largestText.toLocaleString('en')} bytes (64 MiB) that are read of annotations.`,
    );
    expect(await saveSidecar(path, save('{}', null), true)).toMatchObject({
      setAside: 'talk.annotations.damaged-1.json',
    });
  });

  it('is left alone where it was changed, or mended, or taken away since', async () => {
    const path = await sidecar('{');
    const base = revisionOf(Buffer.from('{'));
    await writeFile(path, '{}');
    const mended = { outcome: 'changed-on-disk', revision: revisionOf(Buffer.from('{}')) };
    expect(await saveSidecar(path, save('[]', base), true)).toEqual(mended);
    expect(await saveSidecar(path, save('[]', null), true)).toEqual(mended);
    expect(await readdir(dirname(path))).toEqual(['talk.annotations.json']);
  });

  it('has its name again where the new one could not be written', async () => {
    const path = await sidecar(latin);
    vi.mocked(deckFile.saveDeckFile).mockRejectedValueOnce(new Error('no space'));
    await expect(saveSidecar(path, save('{}', null), true)).rejects.toThrow('no space');
    expect(await readdir(dirname(path))).toEqual(['talk.annotations.json']);
    expect(await readFile(path)).toEqual(latin);
  });

  it('is not moved where it is a folder: that may be anything', async () => {
    const path = join(await newFolder(), 'talk.annotations.json');
    await mkdir(path);
    expect(await readSidecar(path)).toMatchObject({ damaged: false, problem: { code: 'not-a-file' } });
    await expect(saveSidecar(path, save('{}', null), true)).rejects.toMatchObject({ code: 'not-a-file' });
    expect(await readdir(dirname(path))).toEqual(['talk.annotations.json']);
  });
});

it('a sidecar that is marked read-only is not written, and says so', async () => {
  const path = await sidecar('{}');
  await chmod(path, 0o444);
  const base = revisionOf(Buffer.from('{}'));
  await expect(saveSidecar(path, save('[]', base), false)).rejects.toMatchObject({
    code: 'read-only',
    place: { file: path },
  });
  expect(await readFile(path, 'utf8')).toBe('{}');
});
