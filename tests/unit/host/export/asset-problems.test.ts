import { describe, expect, it } from 'vitest';
import { largestPrinted, watchAssets } from '../../../../src/host/export/asset-problems.ts';

/** Answers as a file of this many bytes would be, without having them; `null` is a file that is not there. */
function watched(bytes: number | null) {
  let cancelled = false;
  const body = new ReadableStream({ cancel: () => void (cancelled = true) });
  const answer =
    bytes === null
      ? new Response('', { status: 404 })
      : new Response(body, { headers: { 'Content-Length': String(bytes) } });
  return { ...watchAssets(async () => answer, '/deck/abc/'), cancelled: () => cancelled };
}

const get = (path: string) => new Request(`https://lectern.invalid${path}`);

describe('watchAssets', () => {
  it('lets a file of the largest size through', async () => {
    const { site, problems } = watched(largestPrinted);
    expect((await site(get('/deck/abc/a.png'))).status).toBe(200);
    expect(problems()).toEqual([]);
  });

  it('refuses a larger one, names it, and lets go of the file', async () => {
    const { site, problems, cancelled } = watched(largestPrinted + 1);
    expect((await site(get('/deck/abc/my%20scan.png'))).status).toBe(413);
    expect(cancelled()).toBe(true);
    expect(problems()).toMatchObject([
      {
        path: 'my scan.png',
        diagnostic: {
          code: 'file-too-large',
          message: expect.stringMatching(/^my scan\.png has 268,435,457 bytes/) as string,
        },
      },
    ]);
  });

  it('names a missing file once, and nothing that is not the deck’s', async () => {
    const { site, problems } = watched(null);
    for (const path of ['/deck/abc/gone.png', '/deck/abc/gone.png', '/favicon.ico']) await site(get(path));
    expect(problems()).toMatchObject([
      {
        path: 'gone.png',
        diagnostic: { code: 'missing-file', message: expect.stringMatching(/^“gone\.png”/) as string },
      },
    ]);
  });
});
