import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openInBrowser, systemOpener } from '../../../src/server/browser-launch.ts';
import { attachment, createDownloads } from '../../../src/server/downloads.ts';

it('gives the opener a file that only the user can read, never the link', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-test-'));
  const opener = join(folder, 'open.sh');
  await writeFile(opener, `#!/bin/sh\ntr '\\0' '\\n' < /proc/$$/cmdline > ${folder}/argv\n`);
  await chmod(opener, 0o755);
  const url = 'http://127.0.0.1:1/launch?token=the-token';
  const { promise: used, resolve: use } = Promise.withResolvers<void>();
  expect(await openInBrowser(url, used, { command: opener, args: [] })).toBe(true);
  const argv = await readFile(join(folder, 'argv'), 'utf8');
  expect(argv).not.toContain('the-token');
  const page = fileURLToPath(/file:\S+/.exec(argv)?.[0] ?? '');
  expect(await readFile(page, 'utf8')).toContain(`url=${url}"`);
  expect((await stat(page)).mode & 0o777).toBe(0o600);
  expect((await stat(dirname(page))).mode & 0o777).toBe(0o700);
  const gone = new Promise<void>((resolve) => {
    const watcher = watch(tmpdir(), () => {
      void stat(dirname(page)).catch(() => {
        watcher.close();
        resolve();
      });
    });
  });
  use();
  await gone;
  await rm(folder, { recursive: true });
});

it('says when no browser could be asked', async () => {
  const never = new Promise<void>(() => undefined);
  expect(await openInBrowser('http://127.0.0.1:1/', never, { command: '/nonexistent/opener', args: [] })).toBe(false);
  expect(await openInBrowser('http://127.0.0.1:1/', never, { command: 'false', args: [] })).toBe(false);
});

it.each([
  ['linux', 'xdg-open'],
  ['darwin', 'open'],
  ['win32', 'rundll32'],
] as const)('knows the opener of %s', (platform, command) => expect(systemOpener(platform).command).toBe(command));

it('keeps the last four downloads, each for one fetch under its own name', () => {
  const downloads = createDownloads();
  const offered = ['1', '2', '3', '4', '5'].map((name) =>
    downloads.offer({ name, type: 'text/plain', bytes: new Uint8Array(1) }),
  );
  const id = (at: number): string => offered[at]?.split('/')[2] ?? '';
  expect(downloads.take(id(0), '1')).toBeNull();
  expect(downloads.take(id(1), 'other')).toBeNull();
  expect(downloads.take(id(1), '2')?.name).toBe('2');
  expect(downloads.take(id(1), '2')).toBeNull();
});

it.each([
  ['talk.pdf', `attachment; filename="talk.pdf"; filename*=UTF-8''talk.pdf`],
  ['演習 2.pdf', `attachment; filename="__ 2.pdf"; filename*=UTF-8''%E6%BC%94%E7%BF%92%202.pdf`],
  [`a"b\\c%'(d).pdf`, `attachment; filename="a_b_c_'(d).pdf"; filename*=UTF-8''a%22b%5Cc%25%27%28d%29.pdf`],
  [
    'a\r\nSet-Cookie: x.pdf',
    `attachment; filename="a__Set-Cookie: x.pdf"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x.pdf`,
  ],
])('a download named %j keeps its name', (name, header) => expect(attachment(name)).toBe(header));
