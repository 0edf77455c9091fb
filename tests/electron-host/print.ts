import type { PrintToPDFOptions } from 'electron';
import type { Protocol } from './cdp.ts';

/** Sheets by name, in inches. */
const sheets: Readonly<Record<string, readonly [width: number, height: number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};

/** `webContents.printToPDF` is the protocol's `Page.printToPDF` with other names: sizes and margins are inches in both. */
export function printOptions(options: PrintToPDFOptions): Protocol.Page.printToPDFParameters {
  const { pageSize = 'Letter', margins, ...rest } = options;
  const [paperWidth = 8.5, paperHeight = 11] =
    typeof pageSize === 'string' ? (sheets[pageSize] ?? []) : [pageSize.width, pageSize.height];
  return {
    ...rest,
    paperWidth,
    paperHeight,
    ...(margins === undefined
      ? {}
      : {
          marginTop: margins.top ?? 0.4,
          marginBottom: margins.bottom ?? 0.4,
          marginLeft: margins.left ?? 0.4,
          marginRight: margins.right ?? 0.4,
        }),
  };
}
