/**
 * Makes the program's icons from `packaging/icons/*.svg`: PNGs for Linux, an ICO for Windows, an ICNS for macOS. Run by hand
 * when a drawing changes; what it makes is committed, so that packaging needs no browser: `node scripts/icons.ts`.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../src/server/chromium-binary.ts';

const folder = new URL('../packaging/icons/', import.meta.url);
/** Below this size the small drawing is used, in pixels. */
const small = 48;

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const icoSizes = [16, 24, 32, 48, 64, 128, 256];
/** The types of Apple's icon container that hold PNGs, with their sizes in pixels: `@2x` ones have types of their own. */
const icnsTypes = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['icp6', 64],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const;
/** On a Mac an icon's body takes this part of its square; the rest is for its shadow. */
const macBody = 824 / 1024;

async function startBrowser(): Promise<Browser> {
  for await (const found of findChromium()) {
    if (!('path' in found)) continue;
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return chromium.launch({ executablePath: found.path, args });
  }
  throw new Error('There is no browser here to draw the icons with.');
}

/** Draws the icon; `body` is the part of the square that it takes. */
async function draw(browser: Browser, size: number, body = 1): Promise<Buffer> {
  const svg = await readFile(new URL(size < small ? 'lectern-small.svg' : 'lectern.svg', folder), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const inner = Math.round(size * body);
  await page.setContent(
    `<style>*{margin:0}body{display:grid;place-items:center;height:100vh;background:transparent}svg{width:${inner}px;height:${inner}px}</style>${svg}`,
  );
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

/** A Windows icon of PNGs: a header, an entry for each, and the pictures. */
function ico(pictures: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [i, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * i;
    // 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** An Apple icon: blocks of a type, a length and a PNG, within one of the type `icns`. */
function icns(pictures: readonly { readonly type: string; readonly png: Buffer }[]): Buffer {
  const block = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(content.length + 8, 4);
    return Buffer.concat([head, content]);
  };
  return block('icns', Buffer.concat(pictures.map(({ type, png }) => block(type, png))));
}

const browser = await startBrowser();
try {
  for (const size of linuxSizes) {
    const path = new URL(`${size}x${size}.png`, folder);
    await rm(path, { force: true });
    await writeFile(path, await draw(browser, size));
  }
  const windows = await Promise.all(icoSizes.map(async (size) => ({ size, png: await draw(browser, size) })));
  await writeFile(new URL('icon.ico', folder), ico(windows));
  const mac = await Promise.all(
    icnsTypes.map(async ([type, size]) => ({ type, png: await draw(browser, size, macBody) })),
  );
  await writeFile(new URL('icon.icns', folder), icns(mac));
  console.log(`The icons are in ${fileURLToPath(folder)}`);
} finally {
  await browser.close();
}
