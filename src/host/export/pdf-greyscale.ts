import { deflateSync, inflateSync } from 'node:zlib';
import type { PdfFile } from './pdf-file.ts';
import { parseDictionary } from './pdf-values.ts';

/** How light red, green and blue are: as in the `grayscale` filter of CSS, of Rec. 709. */
const [red, green, blue] = [0.2126, 0.7152, 0.0722];

/** Makes the colours that content sets grey. */
export function greyOperators(operators: string): string {
  return operators.replace(
    /(^|\n| )(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (RG|rg)(?=\s|$)/g,
    (_, before: string, r: string, g: string, b: string, operator: string) => {
      const grey = red * Number(r) + green * Number(g) + blue * Number(b);
      return `${before}${Number(grey.toFixed(4))} ${operator === 'RG' ? 'G' : 'g'}`;
    },
  );
}

/**
 * Makes everything else of a document grey: what patterns and drawings without tags set, and the colour space of pictures and
 * gradients. Their data stay as they are: three numbers a pixel, of which a reader makes one by the formula given here.
 */
export function greyObjects(pdf: PdfFile): void {
  const transform = pdf.reserve();
  const formula = `{${blue} mul exch ${green} mul add exch ${red} mul add}`;
  const entries = new Map([
    ['FunctionType', '4'],
    ['Domain', '[0 1 0 1 0 1]'],
    ['Range', '[0 1]'],
  ]);
  pdf.writeStream(transform, { entries, bytes: Buffer.from(formula, 'latin1') });
  const space = pdf.reserve();
  pdf.write(space, `[/DeviceN [/Red /Green /Blue] /DeviceGray ${transform} 0 R]`);

  for (const { number, text, isStream } of pdf.objects()) {
    if (text.includes('/ColorSpace /DeviceRGB')) {
      const grey = text.replaceAll('/ColorSpace /DeviceRGB', `/ColorSpace ${space} 0 R`);
      if (isStream) pdf.writeStream(number, { ...pdf.stream(number), entries: parseDictionary(grey) });
      else pdf.write(number, grey);
    }
    if (isStream && /\/Subtype \/Form|\/PatternType 1/.test(text)) greyDrawing(pdf, number);
  }
}

function greyDrawing(pdf: PdfFile, number: number): void {
  const { entries, bytes } = pdf.stream(number);
  const content = entries.get('Filter') === '/FlateDecode' ? inflateSync(bytes) : Buffer.from(bytes);
  const grey = Buffer.from(greyOperators(content.toString('latin1')), 'latin1');
  pdf.writeStream(number, { entries: new Map(entries).set('Filter', '/FlateDecode'), bytes: deflateSync(grey) });
}
