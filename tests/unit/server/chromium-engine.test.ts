import { execFileSync } from 'node:child_process';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PrintRequest } from '../../../src/host/export/print-engine.ts';
import { findChromium } from '../../../src/server/chromium-binary.ts';
import { chromiumEngine } from '../../../src/server/chromium-engine.ts';
import { readPdf } from '../host/export/read-pdf.ts';
import { temporaryFolders } from '../host/temporary-folder.ts';

const folderFor = temporaryFolders();

function request(html: string, over: Partial<PrintRequest> = {}): PrintRequest {
  return {
    site: (asked) =>
      Promise.resolve(
        new URL(asked.url).pathname === '/print.html'
          ? new Response(html, { headers: { 'Content-Type': 'text/html' } })
          : new Response('', { status: 404 }),
      ),
    page: '/print.html',
    width: 400,
    height: 300,
    timeoutMs: 60_000,
    ...over,
  };
}

const ready = '<script>document.documentElement.dataset.print = "ready"</script>';
/** A temporary folder of the test's own: what browsers leave there. */
async function leftovers(): Promise<() => Promise<string[]>> {
  const folder = await folderFor();
  vi.stubEnv('TMPDIR', folder);
  return () => readdir(folder);
}

/** Kills the browsers that this very process has started: children of it with a profile of ours. */
async function killBrowsers(): Promise<void> {
  const list = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], { encoding: 'utf8' });
  for (const line of list.split('\n').filter((one) => one.includes('lectern-print-')))
    process.kill(Number.parseInt(line, 10), 'SIGKILL');
}

/** A program of the test's own in place of a browser. */
async function program(script: string): Promise<string> {
  const path = join(await folderFor(), 'browser');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

describe('chromiumEngine', { timeout: 120_000 }, () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('prints the page at the size of the sheet, and leaves nothing behind', async () => {
    const left = await leftovers();
    const engine = chromiumEngine();
    const pdf = await readPdf(await engine.print(request(`<title>t</title><h1>Hello</h1>${ready}`)));
    await engine.close();
    expect(
      pdf.pages.map(({ width, height, text, tags }) => [Math.round(width), Math.round(height), text.trim(), tags]),
    ).toEqual([[300, 225, 'Hello', expect.arrayContaining(['H1'])]]);
    expect(await left()).toEqual([]);
  });

  it('answers every request from the site, and lets none out of it', async () => {
    const asked: string[] = [];
    const html = `<img src="/in.png"><img src="http://127.0.0.1:9/out.png"><img src="https://example.org/out.png"><iframe src="file:///etc/passwd"></iframe>
      <script>fetch('/post', { method: 'POST' }).catch(() => 0); onload = () => { document.documentElement.dataset.print = 'ready'; }</script>`;
    const { site } = request(html);
    const engine = chromiumEngine();
    await engine.print(
      request(html, {
        site: (one) => {
          asked.push(`${one.method} ${one.url}`);
          return site(one);
        },
      }),
    );
    await engine.close();
    expect(asked).toContain('GET https://lectern.invalid/in.png');
    for (const one of asked) expect(one).toMatch(/^GET https:\/\/lectern\.invalid\//);
  });

  it('has a page that is to be printed laid out for paper when its program measures it, and others for the screen', async () => {
    const html = `<p id="medium"></p><script>document.getElementById('medium').textContent = matchMedia('print').matches ? 'paper' : 'screen';</script>${ready}`;
    const engine = chromiumEngine();
    const pdf = await readPdf(await engine.print(request(html)));
    expect(pdf.pages.map(({ text }) => text.trim())).toEqual(['paper']);
    expect(await engine.open(request(html), (page) => page.text('medium'))).toBe('screen');
    await engine.close();
  });

  it('gives a page that is printed its next job, where it takes one, and opens a new one where it does not', async () => {
    const visits: string[] = [];
    const taking = `<p id="job"></p><script>
      const show = (query) => { document.getElementById('job').textContent = 'Job ' + query; document.documentElement.dataset.print = 'ready'; };
      document.addEventListener('lectern-next-job', () => {
        delete document.documentElement.dataset.print;
        fetch('/job' + document.documentElement.dataset.printQuery).then((job) => job.text()).then(show);
      });
      fetch('/job' + location.search).then((job) => job.text()).then(show);
    </script>`;
    const jobs = (html: string): readonly PrintRequest[] =>
      Array.from({ length: 9 }, (_, i) =>
        request(html, {
          page: `/print.html?${i}`,
          site: async (asked) => {
            const { pathname, search } = new URL(asked.url);
            // The address of a job is answered by its own site.
            if (pathname === '/job') return new Response(search === `?${i}` ? String(i) : 'of another');
            if (pathname !== '/print.html') return new Response('', { status: 404 });
            visits.push(search);
            return new Response(html, { headers: { 'Content-Type': 'text/html' } });
          },
        }),
      );
    const texts = async (html: string): Promise<readonly (string | undefined)[]> => {
      const printed = await chromiumEngine().printAll(jobs(html));
      return Promise.all(printed.map(async (pdf) => (await readPdf(pdf)).pages[0]?.text.trim()));
    };
    expect(await texts(taking)).toEqual(Array.from({ length: 9 }, (_, i) => `Job ${i}`));
    expect(visits.length).toBeLessThan(9);
    visits.length = 0;
    expect(await texts(`<p>Alone</p>${ready}`)).toEqual(Array.from({ length: 9 }, () => 'Alone'));
    expect(visits.toSorted()).toEqual(Array.from({ length: 9 }, (_, i) => `?${i}`));
  });

  it('passes on why the page gave up', async () => {
    const html = `<script>Object.assign(document.documentElement.dataset, { printProblem: 'No ink.', print: 'failed' })</script>`;
    await expect(chromiumEngine().print(request(html))).rejects.toMatchObject({
      code: 'browser-failed',
      message: expect.stringContaining('No ink.') as string,
    });
  });

  it('fails for a page that is not there', async () => {
    await expect(chromiumEngine().print(request('', { page: '/other.html' }))).rejects.toMatchObject({
      code: 'browser-failed',
    });
  });

  it('stops a page that never gets ready', async () => {
    const left = await leftovers();
    const engine = chromiumEngine();
    await expect(engine.print(request('<p>Wait', { timeoutMs: 2000 }))).rejects.toMatchObject({
      code: 'browser-failed',
      message: expect.stringContaining('2 seconds') as string,
    });
    await engine.close();
    expect(await left()).toEqual([]);
  });

  it('stops when it is told to, with the reason it is given', async () => {
    const stop = new AbortController();
    const printing = chromiumEngine().print(
      request('', {
        site: () => {
          stop.abort(new Error('Enough.'));
          return new Promise(() => {});
        },
      }),
      stop.signal,
    );
    await expect(printing).rejects.toThrow('Enough.');
  });

  it('tries once more when the browser dies, then gives up', async () => {
    let visits = 0;
    const dying = (deaths: number): PrintRequest =>
      request('', {
        site: async () => {
          visits += 1;
          if (visits <= deaths) await killBrowsers();
          return new Response(`<h1>Alive</h1>${ready}`, { headers: { 'Content-Type': 'text/html' } });
        },
      });
    const pdf = await chromiumEngine().print(dying(1));
    expect((await readPdf(pdf)).pages[0]?.text).toBe('Alive');
    expect(visits).toBe(2);
    visits = 0;
    await expect(chromiumEngine().print(dying(9))).rejects.toMatchObject({
      code: 'browser-failed',
      message: expect.stringContaining('twice') as string,
    });
    expect(visits).toBe(2);
  });

  it('goes on to the next browser when one does not start, and names them all when none does', async () => {
    const broken = await program('echo "error while loading shared libraries: libnss3.so" >&2; exit 127');
    const engine = chromiumEngine({
      async *find(options) {
        yield { name: 'gone', problem: 'it is not there' };
        yield { name: 'broken', path: broken, env: {} };
        yield { name: 'absent', path: '/nonexistent/browser', env: {} };
        yield* findChromium(options);
      },
    });
    expect((await engine.print(request(`<p>x${ready}`))).length).toBeGreaterThan(0);
    await engine.close();
    const none = chromiumEngine({
      async *find() {
        yield { name: 'gone', problem: 'it is not there' };
        yield { name: 'broken', path: broken, env: {} };
      },
    });
    await expect(none.print(request(''))).rejects.toMatchObject({
      code: 'no-browser',
      message: expect.stringMatching(/gone: it is not there; broken: .*libnss3/) as string,
    });
  });

  it('does not wait for a program that does not answer', async () => {
    const mute = await program('exec sleep 60');
    const engine = chromiumEngine({
      async *find() {
        yield { name: 'mute', path: mute, env: {} };
      },
    });
    await expect(engine.print(request('', { timeoutMs: 1000 }))).rejects.toMatchObject({ code: 'browser-failed' });
  });

  it('ends a browser that was started for a job that never came', async () => {
    const left = await leftovers();
    const engine = chromiumEngine();
    await engine.prepare?.(new AbortController().signal);
    await engine.close();
    expect(await left()).toEqual([]);
  });
});

type Candidate = ReturnType<typeof findChromium> extends AsyncIterable<infer One> ? One : never;

/** Every browser that is found, best first. */
async function candidates(): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  for await (const candidate of findChromium()) found.push(candidate);
  return found;
}

describe('findChromium', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('takes the browser that LECTERN_CHROMIUM names, and no other', async () => {
    vi.stubEnv('LECTERN_CHROMIUM', process.execPath);
    expect(await candidates()).toEqual([{ name: process.execPath, path: process.execPath, env: {} }]);
    vi.stubEnv('LECTERN_CHROMIUM', '/nonexistent/browser');
    expect(await candidates()).toMatchObject([{ name: '/nonexistent/browser', problem: expect.any(String) as string }]);
  });

  it('prefers an installed headless shell to the bundled one, and that to a whole browser', async () => {
    const folder = await folderFor();
    for (const name of ['chromium', 'chrome-headless-shell']) {
      await writeFile(join(folder, name), '');
      await chmod(join(folder, name), 0o755);
    }
    vi.stubEnv('PATH', folder);
    const names = (await candidates()).map(({ name }) => name);
    expect(names[0]).toBe(join(folder, 'chrome-headless-shell'));
    expect(names.at(-1)).toBe(join(folder, 'chromium'));
  });
});
