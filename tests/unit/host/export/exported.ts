import type { Exported, Made } from '../../../../src/host/export/writer.ts';

/** An export of one file with this text, as a writer makes it. */
export function exportedText(text: string): Exported {
  return {
    files: [{ bytes: new Uint8Array(Buffer.from(text)), slide: null }],
    pages: 2,
    leftOut: [],
    diagnostics: [],
    assets: [],
    maker: { version: '1.2.3', browser: null },
  };
}

/** The bytes of an export’s only file. */
export function onlyFile({ files }: Pick<Made, 'files'>): Uint8Array<ArrayBuffer> {
  const [first, ...more] = files;
  if (first === undefined || more.length > 0) throw new Error(`${files.length} files in place of one`);
  return first.bytes;
}
