import type { EditorState } from '@codemirror/state';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commentReport } from '../../../src/core/annotations/comments/comment-report.ts';
import { sidecarText } from '../../../src/core/annotations/sidecar/write.ts';
import { createDeck } from '../../../src/core/deck/deck-state.ts';
import { comment, layer, line, stroke, withAnnotation } from '../core/annotations/sample-annotations.ts';
import { temporaryFolders } from '../host/temporary-folder.ts';
import { lectern } from './run-lectern.ts';

const folderFor = temporaryFolders();
const text = '# One\n\nfirst of all\n\n---\n\n## Two\n\nsecond to none\n\n--\n\n## Three\n\nthird time lucky';
const annotated = [
  stroke('s3', 'ink', { layer: 'talk', creator: 'Ann' }),
  comment('s2', 'said', {
    creator: 'Bob',
    text: 'As of when?\nSince \u001B[31mMonday',
    anchor: { kind: 'quote', in: 'source', exact: 'second to', prefix: '', suffix: '' },
    replies: [{ id: 'r', creator: 'Ann', created: '2026-01-02T00:00:00Z', text: 'Yes' }],
    resolved: { by: 'Ann', at: '2026-01-03T00:00:00Z' },
  }),
  line('s1', 'arrow'),
].reduce<EditorState>(withAnnotation, createDeck(text, { layers: [layer('talk', { name: 'Talk', hidden: true })] }));

/** The deck without its last slide, as another program left it. */
const edited = '# One\n\nfirst of all\n\n---\n\n## Two\n\nsecond to none';

async function deck(sidecar: string | null = sidecarText(annotated, null), now = edited): Promise<string> {
  const path = join(await folderFor(), 'talk.md');
  await writeFile(path, now);
  if (sidecar !== null) await writeFile(path.replace('.md', '.annotations.json'), sidecar);
  return path;
}

describe('lectern annotations', { timeout: 60_000 }, () => {
  it('lists them slide by slide, those without one last', async () => {
    const { code, stdout, stderr } = await lectern(['annotations', await deck()]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`Slide 1
  Arrow
Slide 2
  Comment on “second to” (Bob, resolved): As of when? Since [31mMonday
    Ann: Yes
Not placed, was on slide 3
  Pen stroke (Ann, layer Talk, hidden)
`);
  });

  it('prints all of it as one JSON document', async () => {
    const { stdout } = await lectern(['annotations', await deck(), '--json']);
    const { title, annotations, unplaced } = JSON.parse(stdout);
    expect([title, unplaced]).toEqual(['One', 1]);
    expect(annotations[1]).toEqual({
      id: 'said',
      kind: 'comment',
      slide: 2,
      slideLabel: '2',
      placed: true,
      lastSlide: null,
      author: 'Bob',
      created: '2026-01-01T00:00:00.000Z',
      modified: null,
      text: 'As of when?\nSince \u001B[31mMonday',
      layer: 'Default',
      hidden: false,
      quote: 'second to',
      point: null,
      resolved: { by: 'Ann', at: '2026-01-03T00:00:00Z' },
      replies: [{ creator: 'Ann', created: '2026-01-02T00:00:00Z', text: 'Yes' }],
    });
    expect(annotations[2]).toMatchObject({
      kind: 'pen',
      slide: null,
      placed: false,
      lastSlide: 3,
      layer: 'Talk',
      hidden: true,
    });
  });

  it('writes the comments as Markdown, and over no file that they come from', async () => {
    const path = await deck(undefined, text);
    const report = join(dirname(path), 'review.md');
    const { code, stdout } = await lectern(['annotations', path, '--report', report, '--json']);
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { report, unplaced: 0 }]);
    expect(await readFile(report, 'utf8')).toBe(commentReport(annotated));
    for (const source of [
      path,
      path.replace('.md', '.annotations.json'),
      dirname(path),
      join(dirname(path), 'no', 'x.md'),
    ])
      expect((await lectern(['annotations', path, '-o', source])).code).not.toBe(0);
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('says that there are none; and what cannot be read, as far as it can', async () => {
    expect((await lectern(['annotations', await deck(null)])).stdout).toBe('No annotations.\n');
    const broken = await deck('rubbish');
    const failed = await lectern(['annotations', broken, '--json']);
    expect([failed.code, failed.stdout]).toEqual([1, '']);
    expect(failed.stderr).toContain('talk.annotations.json: The annotations’ file cannot be read');
    expect(await readdir(dirname(broken))).toHaveLength(2);
    const cut = await lectern(['annotations', await deck(sidecarText(annotated, null)?.slice(0, -400))]);
    expect(cut.code).toBe(0);
    expect(cut.stderr).toMatch(/annotations\.json: warning: .* ends in the middle/);
    expect(cut.stdout).toContain('Not placed');
  });
});
