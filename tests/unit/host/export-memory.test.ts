import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultOptions } from '../../../src/core/export/options.ts';
import { createExportMemory } from '../../../src/host/export-memory.ts';
import { temporaryFolders } from './temporary-folder.ts';

const folderFor = temporaryFolders();
const handout = { ...defaultOptions('pdf'), handout: 3, slides: [1, 2] } as const;

describe('the memory of exports', () => {
  it('has each deck’s last choice, for all slides, also after a start', async () => {
    const folder = await folderFor();
    const memory = createExportMemory(folder);
    expect(await memory.last('/a.md')).toBeNull();
    await memory.exported('/a.md', defaultOptions('pdf'));
    await memory.exported('/b.md', defaultOptions('pdf'));
    await memory.exported('/a.md', handout);
    expect(await createExportMemory(folder).last('/a.md')).toEqual({ ...handout, slides: null });
    expect(await memory.last('/b.md')).toEqual(defaultOptions('pdf'));
  });

  it('goes with a deck that is renamed', async () => {
    const memory = createExportMemory(await folderFor());
    await memory.exported('/a.md', handout);
    await memory.deckMoved('/a.md', '/c.md');
    expect([await memory.last('/a.md'), (await memory.last('/c.md'))?.handout]).toEqual([null, 3]);
  });

  it('takes no choice that it does not know', async () => {
    const folder = await folderFor();
    await writeFile(join(folder, 'exports.json'), JSON.stringify([{ path: '/a.md', options: { format: 'hologram' } }]));
    expect(await createExportMemory(folder).last('/a.md')).toBeNull();
  });
});
