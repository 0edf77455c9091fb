import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deckText, id, markedDeck, markedSidecar } from '../host/export/markup/marked-deck.ts';
import { reviewed } from '../host/review/reviewed-pdf.ts';
import { writtenPdf } from '../host/review/written-pdf.ts';
import { temporaryFolders } from '../host/temporary-folder.ts';
import { lectern } from './run-lectern.ts';

const folderFor = temporaryFolders();
const back = reviewed(writtenPdf(markedDeck()), [
  {
    page: 2,
    added: [
      '<</Type /Annot /Subtype /Text /Rect [472 262 488 278] /Contents (Which?\\nWhen?) /T (Rev. Oda) /M (D:20260401)>>',
      '<</Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /T (Rev. Oda)>>',
    ],
    replaced: (name, dictionary) => (name === id(9) ? null : dictionary),
  },
]);

/** A deck with its sidecar, and beside it the PDF that came back. */
async function folder(sidecar: string | null = markedSidecar(), pdf: Uint8Array | string = back, text = deckText) {
  const deck = join(await folderFor(), 'talk.md');
  const path = join(dirname(deck), 'back.pdf');
  await writeFile(deck, text);
  await writeFile(path, pdf);
  const beside = deck.replace('.md', '.annotations.json');
  if (sidecar !== null) await writeFile(beside, sidecar);
  return { deck, pdf: path, beside };
}

describe('lectern annotations import', { timeout: 60_000 }, () => {
  it('brings what is new, says what became of the rest, and adds nothing twice', async () => {
    const { deck, pdf, beside } = await folder();
    const dry = await lectern(['annotations', 'import', pdf, '--into', deck, '--dry-run']);
    expect(await readFile(beside, 'utf8')).toBe(markedSidecar());
    expect(dry.stdout).toBe(`Would be added:
  Comment, slide 2: Which? When?
No longer in the PDF, and kept here:
  Comment, slide 2: Here
Left out:
  Stamp on page 2, of no kind that slides have (Rev. Oda)
9 as they were.
`);
    const { code, stdout, stderr } = await lectern(['annotations', 'import', pdf, '--into', deck, '--json']);
    expect([code, stderr]).toEqual([0, '']);
    const { added, missing, unchanged, leftOut, unplaced } = JSON.parse(stdout);
    expect(added).toMatchObject([{ kind: 'comment', slide: 2, text: 'Which?\nWhen?' }]);
    expect(missing).toMatchObject([{ id: id(9), slide: 2 }]);
    expect([unchanged, leftOut.length, unplaced]).toEqual([9, 1, 0]);
    const written = await readFile(beside, 'utf8');
    expect(written).toContain('"name":"back.pdf"');
    expect(written).toContain(id(9));
    const again = await lectern(['annotations', 'import', pdf, '--into', deck]);
    expect(again.stdout).not.toContain('Added');
    expect(await readFile(beside, 'utf8')).toBe(written);
  });

  it('makes a sidecar where there is none, and keeps a damaged one under another name', async () => {
    const { deck, pdf, beside } = await folder(null);
    expect((await lectern(['annotations', 'import', pdf, '--into', deck])).code).toBe(0);
    expect(await readFile(beside, 'utf8')).toContain('はい');
    const cut = await folder(markedSidecar().slice(0, -300));
    const { code, stderr } = await lectern(['annotations', 'import', cut.pdf, '--into', cut.deck]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/damaged.*\n.*kept as talk\.annotations\.damaged-1\.json/);
    expect(await readdir(dirname(cut.deck))).toContain('talk.annotations.damaged-1.json');
  });

  it.each([
    ['is no PDF', { pdf: '# A deck' }, /cannot be read as a PDF/],
    ['is of another deck', { text: '# Something else\n' }, /none of its pages is of this deck/],
    ['has a sidecar of a later format', { sidecar: '{"lectern:version": 9, "items": []}' }, /format 9/],
  ])('changes nothing where the PDF or the deck %s', async (_, given, message) => {
    const { sidecar = markedSidecar(), pdf = back, text = deckText } = given as Partial<Record<string, string>>;
    const made = await folder(sidecar, pdf, text);
    const { code, stdout, stderr } = await lectern(['annotations', 'import', made.pdf, '--into', made.deck]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
    expect(await readFile(made.beside, 'utf8')).toBe(sidecar);
  });

  it('changes nothing where the sidecar cannot be read', async () => {
    const { deck, pdf, beside } = await folder(null);
    await mkdir(beside);
    const { code, stdout, stderr } = await lectern(['annotations', 'import', pdf, '--into', deck]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/talk\.annotations\.json.*nothing was imported/);
    expect(await readdir(beside)).toEqual([]);
  });

  it('asks for the deck', async () => {
    const { code, stderr } = await lectern(['annotations', 'import', 'back.pdf']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--into <deck>')]);
  });
});
