import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PrintRequest } from '../../../src/host/export/print-engine.ts';
import { FakeWindow, partitions, resetElectron, windows } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);
const { electronEngine } = await import('../../../src/main/electron-engine.ts');

const request: PrintRequest = {
  site: async (asked) =>
    new Response(new URL(asked.url).pathname, { status: asked.url.endsWith('/missing.html') ? 404 : 200 }),
  page: '/print.html',
  width: 1280,
  height: 720,
  timeoutMs: 10_000,
};

/** Windows load a page as Chromium would: by asking the session's protocol for it. */
function loadFromProtocol(window: FakeWindow): void {
  window.webContents.loadURL.mockImplementation(async (address) => {
    const session = window.options.webPreferences['session'];
    await [...partitions.values()].find((one) => one === session)?.handlers.get('lectern')?.(new Request(address));
  });
}

beforeEach(() => {
  resetElectron();
  FakeWindow.onCreate = loadFromProtocol;
});

describe('electronEngine', () => {
  it('prints tagged, with backgrounds and without the browser’s own outline, at the page’s own size', async () => {
    const pdf = await electronEngine().print(request);
    expect(Buffer.from(pdf).toString()).toBe('%PDF-1.7');
    const contents = windows[0]?.webContents;
    expect(contents?.loadURL).toHaveBeenCalledWith('lectern://print/print.html');
    expect(contents?.printToPDF).toHaveBeenCalledWith({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: false,
      pageSize: { width: 1280 / 96, height: 720 / 96 },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    });
  });

  it('has a page that is to be printed laid out for paper before it loads, and one to be looked at for the screen', async () => {
    const engine = electronEngine();
    await engine.print(request);
    const [printed] = windows;
    expect(printed?.webContents.debugger.sendCommand.mock.calls).toEqual([
      ['Emulation.setEmulatedMedia', { media: 'print' }],
    ]);
    expect(printed?.webContents.debugger.sendCommand.mock.invocationCallOrder[0]).toBeLessThan(
      printed?.webContents.loadURL.mock.invocationCallOrder[0] ?? 0,
    );
    await engine.open(request, async () => 'used');
    expect(windows[1]?.webContents.debugger.sendCommand).not.toHaveBeenCalled();
  });

  it('prints in a hidden, sandboxed window without a preload script, which goes afterwards', async () => {
    await electronEngine().print(request);
    const [window] = windows;
    expect(window?.options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
    });
    expect(window?.options.webPreferences).not.toHaveProperty('preload');
    expect(window?.isDestroyed()).toBe(true);
  });

  it('asks the page in a world that the page cannot reach', async () => {
    await electronEngine().print(request);
    const [world] = windows[0]?.webContents.executeJavaScriptInIsolatedWorld.mock.calls[0] ?? ([] as unknown[]);
    expect([0, 999]).not.toContain(world);
    expect(world).toBeGreaterThan(0);
  });

  it('hands a page over, reads what it made, and photographs it at the scale that is asked for', async () => {
    const engine = electronEngine();
    const made = await engine.open(request, async (page) => {
      windows[0]?.webContents.executeJavaScriptInIsolatedWorld.mockResolvedValueOnce('made');
      const text = await page.text('answer');
      const area = { x: 0, y: 1440, width: 1280, height: 720 };
      const pictures = [await page.picture(area, 2), await page.picture({ ...area, y: 2160 }, 2)];
      return [text, ...pictures.map((picture) => Buffer.from(picture).toString())];
    });
    expect(made).toEqual(['made', 'PNG', 'PNG']);
    const protocol = windows[0]?.webContents.debugger;
    expect(protocol?.attach).toHaveBeenCalledTimes(1);
    expect(protocol?.sendCommand.mock.calls.map(([method]) => method)).toEqual([
      'Emulation.setDeviceMetricsOverride',
      'Page.captureScreenshot',
      'Page.captureScreenshot',
    ]);
    expect(windows[0]?.isDestroyed()).toBe(true);
  });

  it('closes its session to the world and uses it again when the job is done', async () => {
    const engine = electronEngine();
    await engine.print(request);
    await engine.print(request);
    expect([...partitions.keys()]).toEqual(['print-1']);
    const session = partitions.get('print-1');
    expect(session?.webRequest.onBeforeRequest).toHaveBeenCalledTimes(1);
    expect(session?.clearStorageData).toHaveBeenCalledTimes(2);
    expect(session?.handlers.size).toBe(0);
  });

  it('gives two jobs at a time two sessions', async () => {
    const engine = electronEngine();
    await Promise.all([engine.print(request), engine.print(request)]);
    expect([...partitions.keys()]).toEqual(['print-1', 'print-2']);
  });

  it('answers the print origin only', async () => {
    const answers: number[] = [];
    FakeWindow.onCreate = (window) => {
      window.webContents.loadURL.mockImplementation(async () => {
        const handler = partitions.get('print-1')?.handlers.get('lectern');
        for (const address of [
          'lectern://print/print-job.json',
          'lectern://app/index.html',
          'lectern://deck/abcdefgh/a.png',
        ]) {
          answers.push((await handler?.(new Request(address)))?.status ?? 0);
        }
      });
    };
    await electronEngine().print(request);
    expect(answers).toEqual([200, 404, 404]);
  });

  it('says why the page could not be laid out', async () => {
    FakeWindow.onCreate = (window) => {
      loadFromProtocol(window);
      window.webContents.executeJavaScriptInIsolatedWorld.mockResolvedValue(['failed', 'Slide 3 is broken.']);
    };
    await expect(electronEngine().print(request)).rejects.toMatchObject({
      code: 'browser-failed',
      message: 'The pages could not be laid out: Slide 3 is broken.',
    });
    expect(windows[0]?.isDestroyed()).toBe(true);
  });

  it('reports what the page has found wrong with its slides', async () => {
    const found = [{ code: 'html-left-out', severity: 'warning', message: 'Left out.', slide: 2 }];
    FakeWindow.onCreate = (window) => {
      loadFromProtocol(window);
      window.webContents.executeJavaScriptInIsolatedWorld.mockResolvedValue(['ready', '', JSON.stringify(found)]);
    };
    const report = vi.fn();
    await electronEngine().print({ ...request, report });
    expect(report.mock.calls).toEqual([[found]]);
  });

  it('does not wait for a page that is not there', async () => {
    await expect(electronEngine().print({ ...request, page: '/missing.html' })).rejects.toMatchObject({
      code: 'browser-failed',
      message: expect.stringContaining('/missing.html is not there (status 404)'),
    });
  });

  it('ends the process of a page that takes too long', async () => {
    FakeWindow.onCreate = (window) => {
      loadFromProtocol(window);
      window.webContents.executeJavaScriptInIsolatedWorld.mockReturnValue(new Promise(() => {}));
    };
    await expect(electronEngine().print({ ...request, timeoutMs: 20 })).rejects.toMatchObject({
      code: 'browser-failed',
      message: expect.stringContaining('was stopped'),
    });
    expect(windows[0]?.webContents.forcefullyCrashRenderer).toHaveBeenCalled();
    expect(windows[0]?.isDestroyed()).toBe(true);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    FakeWindow.onCreate = (window) => {
      window.webContents.executeJavaScriptInIsolatedWorld.mockImplementation(() => {
        stop.abort(new Error('No longer wanted.'));
        return new Promise(() => {});
      });
    };
    await expect(electronEngine().print(request, stop.signal)).rejects.toThrow('No longer wanted.');
    expect(windows[0]?.isDestroyed()).toBe(true);
  });

  it('tells when the page’s process is gone', async () => {
    FakeWindow.onCreate = (window) => {
      window.webContents.executeJavaScriptInIsolatedWorld.mockImplementation(() => {
        window.webContents.emit('render-process-gone', {}, { reason: 'oom' });
        return new Promise(() => {});
      });
    };
    await expect(electronEngine().print(request)).rejects.toMatchObject({
      code: 'browser-failed',
      message: expect.stringContaining('(oom)'),
    });
  });
});
