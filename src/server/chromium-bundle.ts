import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { unpackTar } from './chromium-tar.ts';

/** The headless Chromium that came with Lectern, unpacked and ready to start. */
export interface BundledChromium {
  readonly path: string;
  /** What to add to its environment: its own libraries and, where the machine has no fonts set up, its own font. */
  readonly env: Readonly<Record<string, string>>;
}

export interface BundleOptions {
  /** Where the packed browser is; by default, the installed `@sparticuz/chromium`. */
  readonly package?: string;
  /** Lectern’s cache folder; by default, below the user’s. */
  readonly cache?: string;
  /** Told once, before the second or two that the first unpacking takes. */
  readonly onUnpack?: () => void;
}

/**
 * The bundled headless Chromium, or `null` on a platform that has none (it is for Linux on x64). The first call unpacks
 * it into the user’s cache, whole or not at all, readable by nobody else. Rejects when it cannot be unpacked.
 */
export async function bundledChromium(options: BundleOptions = {}): Promise<BundledChromium | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const source = options.package ?? packageFolder();
  if (source === null) return null;
  const cache = options.cache ?? join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'lectern');
  const folder = join(cache, `chromium-${await packageVersion(source)}`);
  if (!(await isComplete(folder))) {
    options.onUnpack?.();
    await unpack(source, cache, folder);
  }
  const fonts = await exists('/etc/fonts/fonts.conf');
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), ...(fonts ? {} : { FONTCONFIG_FILE: join(folder, 'fonts.conf') }) },
  };
}

function packageFolder(): string | null {
  try {
    return fileURLToPath(new URL('..', import.meta.resolve('@sparticuz/chromium')));
  } catch {
    return null;
  }
}

async function packageVersion(source: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** The record of a finished unpacking: its presence and the browser's size tell a whole copy from a damaged one. */
const record = 'unpacked.json';

async function isComplete(folder: string): Promise<boolean> {
  try {
    const { uid } = await stat(folder);
    if (uid !== process.getuid?.()) return false;
    const { bytes } = JSON.parse(await readFile(join(folder, record), 'utf8')) as { bytes: number };
    return (await stat(join(folder, 'chromium'))).size === bytes;
  } catch {
    return false;
  }
}

async function unpack(source: string, cache: string, folder: string): Promise<void> {
  await mkdir(cache, { recursive: true, mode: 0o700 });
  // mkdtemp makes the folder with mode 0700, which it keeps when it gets its name.
  const temporary = await mkdtemp(`${folder}.`);
  try {
    const packed = join(source, 'bin');
    // All must have ended, well or not, before the folder can go or get its name.
    const parts = await Promise.allSettled([
      unpackFile(join(packed, 'chromium.br'), join(temporary, 'chromium')),
      unpackArchive(join(packed, 'al2023.tar.br'), temporary),
      unpackArchive(join(packed, 'fonts.tar.br'), temporary),
    ]);
    for (const part of parts) if (part.status === 'rejected') throw part.reason;
    await writeFile(join(temporary, 'fonts.conf'), fontConfiguration(folder), { mode: 0o600 });
    const { size } = await stat(join(temporary, 'chromium'));
    await writeFile(join(temporary, record), JSON.stringify({ bytes: size }), { mode: 0o600 });
    await put(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * Gives a whole copy its name. Other programs may do the same at the same time, and their browsers may be running from what is
 * there: nothing is taken away. A damaged copy is mended file by file, each in one step, the record of the whole last.
 */
async function put(copy: string, folder: string): Promise<void> {
  try {
    return await rename(copy, folder);
  } catch (error) {
    if (!isTaken(error)) throw error;
  }
  if (await isComplete(folder)) return;
  const entries = await readdir(copy, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(copy, join(entry.parentPath, entry.name)));
  for (const name of [...names.filter((each) => each !== record), record]) {
    await mkdir(dirname(join(folder, name)), { recursive: true, mode: 0o700 });
    await rename(join(copy, name), join(folder, name));
  }
}

function isTaken(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '');
}

async function unpackFile(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode: 0o700 }));
}

async function unpackArchive(from: string, folder: string): Promise<void> {
  await unpackTar(await promisify(brotliDecompress)(await readFile(from)), folder);
}

/** The package's own configuration names folders of a serverless host. */
function fontConfiguration(folder: string): string {
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${escapeXml(join(folder, 'fonts'))}</dir>`,
    `  <cachedir>${escapeXml(join(folder, 'font-cache'))}</cachedir>`,
    '</fontconfig>',
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
