import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { bundledChromium } from '../../../src/server/chromium-bundle.ts';
import { unpackTar } from '../../../src/server/chromium-tar.ts';
import { temporaryFolders } from '../host/temporary-folder.ts';

const folderFor = temporaryFolders();

/** A tar archive of text files. */
function tar(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, text]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('000755 \0', 100);
    header.write(`${text.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('0', 156);
    const body = Buffer.alloc(Math.ceil(text.length / 512) * 512);
    body.write(text);
    return [header, body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

async function packed(): Promise<{ package: string; cache: string }> {
  const folder = await folderFor();
  const source = join(folder, 'package');
  await mkdir(join(source, 'bin'), { recursive: true });
  await writeFile(join(source, 'package.json'), '{"version":"9.8.7"}');
  await writeFile(join(source, 'bin', 'chromium.br'), brotliCompressSync('the browser'));
  await writeFile(join(source, 'bin', 'al2023.tar.br'), brotliCompressSync(tar({ 'lib/libnss3.so': 'nss' })));
  await writeFile(join(source, 'bin', 'fonts.tar.br'), brotliCompressSync(tar({ 'fonts/Open/a.ttf': 'font' })));
  return { package: source, cache: join(folder, 'cache') };
}

describe.skipIf(process.platform !== 'linux' || process.arch !== 'x64')('bundledChromium', () => {
  it('unpacks once, for this user only', async () => {
    const options = await packed();
    const onUnpack = vi.fn();
    const found = await bundledChromium({ ...options, onUnpack });
    const folder = join(options.cache, 'chromium-9.8.7');
    expect(found?.path).toBe(join(folder, 'chromium'));
    expect(found?.env['LD_LIBRARY_PATH']).toBe(join(folder, 'lib'));
    expect(await readFile(join(folder, 'chromium'), 'utf8')).toBe('the browser');
    expect(await readFile(join(folder, 'lib', 'libnss3.so'), 'utf8')).toBe('nss');
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'chromium'))).mode & 0o777).toBe(0o700);
    await bundledChromium({ ...options, onUnpack });
    expect(onUnpack).toHaveBeenCalledOnce();
    expect(await readdir(options.cache)).toEqual(['chromium-9.8.7']);
  });

  it('unpacks again over a copy that is not whole', async () => {
    const options = await packed();
    const found = await bundledChromium(options);
    await truncate(found?.path ?? '', 3);
    await bundledChromium(options);
    expect(await readFile(found?.path ?? '', 'utf8')).toBe('the browser');
  });

  it('lets many programs unpack at the same time, and never takes a whole copy away', async () => {
    for (const damaged of [false, true]) {
      for (let round = 0; round < 4; round++) {
        const options = await packed();
        if (damaged) await mkdir(join(options.cache, 'chromium-9.8.7', 'lib'), { recursive: true });
        const seen = await Promise.all(
          Array.from({ length: 6 }, async () => {
            const found = await bundledChromium(options);
            return readFile(found?.path ?? '', 'utf8');
          }),
        );
        expect(new Set(seen)).toEqual(new Set(['the browser']));
        expect(await readdir(options.cache)).toEqual(['chromium-9.8.7']);
      }
    }
  });

  it('leaves nothing behind when the package is damaged', async () => {
    const options = await packed();
    await writeFile(join(options.package, 'bin', 'chromium.br'), 'not brotli at all');
    await expect(bundledChromium(options)).rejects.toThrow();
    expect(await readdir(options.cache)).toEqual([]);
  });
});

describe('unpackTar', () => {
  it('refuses names outside the folder', async () => {
    for (const name of ['../out', '/out', 'a/../../out']) {
      await expect(unpackTar(tar({ [name]: 'x' }), await folderFor())).rejects.toThrow(RangeError);
    }
  });
});
