import { execFileSync } from 'node:child_process';
import { cp, link, mkdir, rename, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { assetPath } from '../../../src/host/asset-path.ts';
import { largestAsset, openDeckAsset } from '../../../src/host/deck-assets.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();
let root = '';
let folder = '';

beforeEach(async () => {
  root = await newFolder();
  folder = join(root, 'deck');
  await mkdir(join(folder, 'images'), { recursive: true });
  await mkdir(join(root, 'deck-other'));
  await writeFile(join(root, 'secret.png'), 'secret');
  await writeFile(join(root, 'deck-other', 'secret.png'), 'secret');
  await writeFile(join(folder, 'images', 'map.png'), 'map');
});

async function served(encoded: string): Promise<string | null> {
  const asset = await openDeckAsset(folder, encoded);
  if (asset === null) return null;
  const content = await asset.handle.readFile('utf8');
  await asset.handle.close();
  return content;
}

describe('files of the deck are served', () => {
  it.each(['images/map.png', 'images%2Fmap.png', 'im%61ges/map.png'])('%s', async (path) =>
    expect(await served(path)).toBe('map'),
  );

  it.each(['地図.png', '100%.png', 'a b.png', 'a+b&c.png', 'MAP.PNG'])('a file named %s', async (name) => {
    await writeFile(join(folder, name), 'x');
    expect(await served(encodeURIComponent(name))).toBe('x');
  });

  it('a link that stays in the folder', async () => {
    await symlink('images/map.png', join(folder, 'way.png'));
    expect(await served('way.png')).toBe('map');
  });

  it('the deck’s folder may itself be reached by a link', async () => {
    await symlink('deck', join(root, 'way'));
    const asset = await openDeckAsset(join(root, 'way'), 'images/map.png');
    expect(asset?.type).toBe('image/png');
    await asset?.handle.close();
  });
});

describe('paths that name nothing below the folder are refused before the disk is looked at', () => {
  it.each([
    '',
    '../secret.png',
    '..%2fsecret.png',
    '..%2Fsecret.png',
    '%2e%2e/secret.png',
    '%2e%2e%2fsecret.png',
    '.%2e/secret.png',
    '%252e%252e/secret.png',
    '%252e%252e%252fsecret.png',
    '..%252fsecret.png',
    '..%5csecret.png',
    '..\\secret.png',
    '%5c%5chost%5cshare%5cx.png',
    'images/../../secret.png',
    'images/./map.png',
    'images//map.png',
    '/etc/passwd',
    '//etc/passwd',
    '%2fetc%2fpasswd',
    'C:/Windows/win.ini',
    'C%3A/secret.png',
    'C%253A/secret.png',
    'images/map.png:stream.png',
    'images/map.png%00.png',
    'images/map%00.png',
    'images%2500/map.png',
    'images/map.png/',
    'images/map.png.',
    'images/map.png ',
    '.git/logo.png',
    '.hidden.png',
    '%ff%fe.png',
    '%',
    '%zz.png',
    'a%0ab.png',
    'a%7fb.png',
  ])('%j', async (path) => {
    expect(assetPath(path)).toBeNull();
    expect(await served(path)).toBeNull();
  });
});

describe('what is no file of the deck is refused', () => {
  it.each([
    ['a link to a file outside', () => symlink('../secret.png', join(folder, 'x.png'))],
    ['a link to a folder beside with a like name', () => symlink('../deck-other/secret.png', join(folder, 'x.png'))],
    ['a link to an absolute path', () => symlink(join(root, 'secret.png'), join(folder, 'x.png'))],
    ['a link that leads nowhere', () => symlink('nowhere.png', join(folder, 'x.png'))],
    ['a link to itself', () => symlink('x.png', join(folder, 'x.png'))],
    [
      'a link that hides another kind of file',
      async () => {
        await writeFile(join(folder, 'page.html'), '<script>');
        await symlink('page.html', join(folder, 'x.png'));
      },
    ],
    ['a folder', () => mkdir(join(folder, 'x.png'))],
    ['a pipe', async () => execFileSync('mkfifo', [join(folder, 'x.png')])],
    ['a device', () => symlink('/dev/zero', join(folder, 'x.png'))],
    [
      'a file that is too large',
      async () => {
        await writeFile(join(folder, 'x.png'), '');
        await truncate(join(folder, 'x.png'), largestAsset + 1);
      },
    ],
    ['nothing', async () => undefined],
  ])('%s', async (_, make) => {
    await make();
    expect(await served('x.png')).toBeNull();
  });

  it.each(['../..', '..'])('a link to the folder %s', async (target) => {
    await symlink(target, join(folder, 'up'));
    expect(await served('up/secret.png')).toBeNull();
    expect(await served('up/deck/secret.png')).toBeNull();
  });

  it('a very long name', async () => expect(await served(`${'x'.repeat(5000)}.png`)).toBeNull());

  it.each(['talk.md', 'talk.annotations.json', 'page.html', 'run.js', 'id_rsa', 'x.exe', 'x.xhtml', 'x.xml', 'x.pdf'])(
    'a file named %s',
    async (name) => {
      await writeFile(join(folder, name), 'x');
      expect(await served(name)).toBeNull();
    },
  );

  it('never serves a file outside while a link is swapped in and out', async () => {
    const away = join(folder, 'away');
    const images = join(folder, 'images');
    await mkdir(join(root, 'outside'));
    await writeFile(join(root, 'outside', 'map.png'), 'secret');
    let swapping = true;
    const swap = async (): Promise<void> => {
      await symlink('../outside', join(folder, 'trap'));
      while (swapping) {
        await rename(images, away);
        await rename(join(folder, 'trap'), images);
        await rename(images, join(folder, 'trap'));
        await rename(away, images);
        // Some time in which all is as it should be, so that the reader gets through now and then.
        for (let rest = Math.random() * 40; rest > 0; rest -= 1) await stat(images);
      }
    };
    const swaps = swap();
    const answers = new Set<string | null>();
    for (let n = 0; n < 1500; n += 1) answers.add(await served('images/map.png'));
    swapping = false;
    await swaps;
    expect(answers.has('map')).toBe(true);
    expect(answers.has('secret')).toBe(false);
  });
});

it('a copy with a second name is still the deck’s', async () => {
  await cp(join(folder, 'images', 'map.png'), join(folder, 'one.png'));
  await link(join(folder, 'one.png'), join(folder, 'two.png'));
  expect(await served('two.png')).toBe('map');
});
