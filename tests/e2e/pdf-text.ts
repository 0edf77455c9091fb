import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page of a PDF, as another program's library reads it. */
export async function pdfText(pdf: Uint8Array): Promise<readonly string[]> {
  const opened = await getDocument({ data: new Uint8Array(pdf) }).promise;
  const pages = Array.from({ length: opened.numPages }, async (_, i) => {
    const { items } = await (await opened.getPage(i + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ');
  });
  return Promise.all(pages);
}
