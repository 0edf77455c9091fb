import { chmod, cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Machine } from '../../../src/host/display.ts';
import { findElectron, runElectron } from '../../../src/host/electron-binary.ts';

const version = '45.0.0';
const archive = `electron-v${version}-linux-x64.zip`;
const desktop: Machine = { platform: 'linux', env: { DISPLAY: ':0' }, root: false };
const modules = join(dirname(createRequire(import.meta.url).resolve('electron/package.json')), '..');

let root: string;
/** The electron package under test: its real installer, but an archive of ours. */
let folder: string;
let servers: (Server | TcpServer)[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lectern-electron-'));
  folder = join(root, 'electron');
  servers = [];
  await mkdir(join(folder, 'node_modules'), { recursive: true });
  await cp(join(modules, 'electron/install.js'), join(folder, 'install.js'));
  for (const scope of ['@electron', '@electron-internal'])
    await symlink(join(modules, scope), join(folder, 'node_modules', scope));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'electron', version }));
  await writeFile(
    join(folder, 'checksums.json'),
    JSON.stringify({ [archive]: createHash('sha256').update(zip()).digest('hex') }),
  );
  vi.stubEnv('electron_config_cache', join(root, 'cache'));
  vi.stubEnv('ELECTRON_INSTALL_PLATFORM', 'linux');
  vi.stubEnv('ELECTRON_INSTALL_ARCH', 'x64');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of servers) {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  }
  await rm(root, { recursive: true, force: true });
});

/** An archive with an electron and a version, stored without compression. */
function zip(): Buffer {
  const entries = [
    { name: 'electron', data: Buffer.from('#!/bin/sh\n') },
    { name: 'version', data: Buffer.from(version) },
  ];
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    // Made on Unix, as a program that may be run.
    rest.writeUInt32LE((0o100755 << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    centrals.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 3]), common, rest, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006'), end]);
}

async function listen(server: Server | TcpServer): Promise<string> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const mirror = async (answer: RequestListener): Promise<void> =>
  void vi.stubEnv('ELECTRON_MIRROR', await listen(createServer(answer)));

async function install(name = 'electron', installed = version): Promise<string> {
  await mkdir(join(folder, 'dist'), { recursive: true });
  await writeFile(join(folder, 'path.txt'), name);
  await writeFile(join(folder, 'dist/version'), installed);
  await writeFile(join(folder, 'dist', name), '');
  return join(folder, 'dist', name);
}

const timed = async <T>(work: Promise<T>): Promise<{ result: T; seconds: number }> => {
  const began = performance.now();
  return { result: await work, seconds: (performance.now() - began) / 1000 };
};

describe('findElectron without the network', () => {
  it('finds what is installed', async () => {
    const path = await install();
    expect(await findElectron({ machine: desktop, folder })).toEqual({ path });
  });

  it('takes the folder that Electron’s own variable names', async () => {
    await writeFile(join(root, 'electron-own'), '');
    await writeFile(join(folder, 'path.txt'), 'electron-own');
    const machine = { ...desktop, env: { ...desktop.env, ELECTRON_OVERRIDE_DIST_PATH: root } };
    expect(await findElectron({ machine, folder })).toEqual({ path: join(root, 'electron-own') });
  });

  it.each([
    ['there is no display', { machine: { ...desktop, env: {} } }, 'there is no display here'],
    ['the user is root', { machine: { ...desktop, root: true } }, 'its sandbox does not work for root'],
    ['the package is not there', { machine: desktop, folder: null }, 'the electron package is not installed'],
  ])('says why not where %s, and asks nobody', async (_where, options, reason) => {
    const asked = vi.fn();
    await mirror(asked);
    expect(await findElectron({ folder, ...options })).toEqual({ reason });
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('findElectron with a network that does not work', () => {
  it('gives up at once where nobody listens', async () => {
    const closed = createTcpServer();
    vi.stubEnv('ELECTRON_MIRROR', await listen(closed));
    closed.close();
    await once(closed, 'close');
    const { result, seconds } = await timed(findElectron({ machine: desktop, folder }));
    expect(result).toEqual({
      reason: expect.stringMatching(/cannot be fetched: 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)$/),
    });
    expect(seconds).toBeLessThan(2);
  });

  it('gives up within two seconds where nobody answers', async () => {
    vi.stubEnv('ELECTRON_MIRROR', await listen(createTcpServer((socket) => void socket.on('error', () => {}).unref())));
    const { result, seconds } = await timed(findElectron({ machine: desktop, folder }));
    expect(result).toEqual({ reason: expect.stringMatching(/127\.0\.0\.1:\d+ does not answer$/) });
    expect(seconds).toBeLessThan(2);
  });

  it('does not wait for redirects without end', async () => {
    await mirror((request, response) => response.writeHead(302, { location: request.url ?? '/' }).end());
    const { result, seconds } = await timed(findElectron({ machine: desktop, folder }));
    expect(result).toHaveProperty('reason');
    expect(seconds).toBeLessThan(2);
  });

  it('says what a mirror without this version answers', async () => {
    await mirror((_request, response) => response.writeHead(404).end());
    expect(await findElectron({ machine: desktop, folder })).toEqual({
      reason: expect.stringMatching(/answered 404$/),
    });
  });
});

describe('findElectron with a mirror', () => {
  it('fetches, checks and unpacks, and tells how far it is', async () => {
    const asked: string[] = [];
    await mirror((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(200, { 'content-length': zip().length }).end(zip());
    });
    const lines: string[] = [];
    const found = await findElectron({ machine: desktop, folder, onProgress: (line) => lines.push(line) });
    expect(found).toEqual({ path: join(folder, 'dist/electron') });
    expect(asked).toEqual([`GET /v${version}/${archive}`]);
    expect(lines[0]).toMatch(/^Fetching Electron from 127\.0\.0\.1:\d+, 0 MB…$/);
    expect(lines).toContain('Fetching Electron: 100 %');
    expect(await findElectron({ machine: desktop, folder })).toEqual(found);
    expect(asked).toHaveLength(1);
  });

  it('replaces an Electron of another version', async () => {
    await install('electron', '44.0.0');
    await mirror((_request, response) => response.end(zip()));
    expect(await findElectron({ machine: desktop, folder })).toEqual({ path: join(folder, 'dist/electron') });
  });

  it('takes no archive that is not the right one, and remembers nothing of it', async () => {
    let answer: Uint8Array = Buffer.from('something else');
    await mirror((_request, response) => response.end(answer));
    expect(await findElectron({ machine: desktop, folder })).toEqual({ reason: expect.stringMatching(/checksum/i) });
    expect(await readdir(folder)).not.toContain('dist');
    answer = zip();
    expect(await findElectron({ machine: desktop, folder })).toEqual({ path: join(folder, 'dist/electron') });
  });

  it('takes no half of an archive', async () => {
    await mirror((_request, response) => {
      response.writeHead(200, { 'content-length': zip().length });
      response.write(zip().subarray(0, 50), () => response.destroy());
    });
    expect(await findElectron({ machine: desktop, folder })).toEqual({ reason: expect.stringContaining('broke off') });
    expect(await readdir(folder)).not.toContain('dist');
  });
});

describe('runElectron', () => {
  async function program(script: string): Promise<string> {
    const path = join(root, 'program');
    await writeFile(path, `#!/bin/sh\n${script}\n`);
    await chmod(path, 0o755);
    return path;
  }

  it('gives the app’s folder and the targets, and its exit code', async () => {
    const path = await program('[ "$*" = "/app a b" ] && [ -z "$ELECTRON_RUN_AS_NODE" ] && exit 7');
    vi.stubEnv('ELECTRON_RUN_AS_NODE', '1');
    expect(await runElectron(path, '/app', ['a', 'b'])).toBe(7);
  });

  it('says why it did not start', async () => {
    expect(await runElectron(await program('exit 127'), '/app', [])).toEqual({
      reason: expect.stringContaining('system library'),
    });
    expect(await runElectron(join(root, 'missing'), '/app', [])).toEqual({ reason: expect.stringContaining('ENOENT') });
  });
});
