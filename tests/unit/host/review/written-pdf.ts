import type { EditorState } from '@codemirror/state';
import { defaultOptions, type ExportOptions } from '../../../../src/core/export/options.ts';
import { planPrint } from '../../../../src/core/export/print-plan.ts';
import { PreparedLooks } from '../../../../src/host/export/markup/prepared-looks.ts';
import { writeMarkup } from '../../../../src/host/export/markup/write-markup.ts';
import { PdfFile } from '../../../../src/host/export/pdf-file.ts';

/** A PDF of empty pages as Chromium writes it: one table of references, and nothing packed. */
function emptyPdf(pages: number, width: number, height: number): Uint8Array {
  const numbers = Array.from({ length: pages }, (_, i) => i + 3);
  const objects = [
    '<</Type /Catalog\n/Pages 2 0 R>>',
    `<</Type /Pages\n/Count ${pages}\n/Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}]>>`,
    ...numbers.map(() => `<</Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 ${width} ${height}]\n/Resources <<>>>>`),
  ];
  let text = '%PDF-1.4\n%\u00d3\u00eb\u00e9\u00e1\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  text += offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `trailer\n<</Size ${objects.length + 1}\n/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** A deck’s annotations on empty pages: all of a PDF but what a browser draws. */
export function writtenPdf(state: EditorState, options: Partial<ExportOptions> = {}): Uint8Array<ArrayBuffer> {
  const whole = { ...defaultOptions('pdf'), annotations: 'native', comments: true, ...options } as const;
  const { job, markup } = planPrint(state, whole, 'talk.md');
  if (markup === null) throw new Error('Nothing was asked for');
  const { layout, settings, slides } = job;
  const onPage = layout.cells.length;
  const pages = Math.ceil(slides.length / onPage);
  const pdf = PdfFile.read(emptyPdf(pages, layout.width * 0.75, layout.height * 0.75));
  const catalog = new Map(pdf.catalog);
  const marks = slides.map(({ number }, i) => ({
    kind: 'slide' as const,
    slide: number,
    step: 0,
    raw: `page-${number}`,
    page: Math.floor(i / onPage),
    left: 0,
    top: 0,
  }));
  writeMarkup(
    { pdf, catalog, marks, labelLooks: new Map() },
    { ...markup, layout, size: settings.size, quotes: new Map(), looks: new PreparedLooks(), date: new Date(0) },
  );
  return pdf.finish(catalog, []);
}
