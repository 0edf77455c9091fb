import { CdpSession, type Protocol } from './cdp.ts';
import { engine, type TargetNews } from './engine.ts';
import { type PageScripts, preloadWorldName } from './preload.ts';
import type { HostSession } from './session.ts';

/** What a page is drawn with. */
export interface Look {
  /** CSS pixels at no zoom. */
  readonly width: number;
  readonly height: number;
  /** 1 is no zoom. */
  readonly zoom: number;
  readonly dark: boolean;
}

/** One page of the engine, with the scripts of a window in it: what a renderer process is to Electron. */
export class EnginePage {
  readonly cdp: CdpSession;
  readonly target: string;
  readonly mainFrame: string;
  /** The preload script's world of the present document, as the engine numbers it. */
  #preloadContext: number | null = null;
  readonly #scripts: PageScripts;

  private constructor(cdp: CdpSession, target: string, mainFrame: string, scripts: PageScripts) {
    this.cdp = cdp;
    this.target = target;
    this.mainFrame = mainFrame;
    this.#scripts = scripts;
  }

  static async open(session: HostSession, scripts: PageScripts, look: Look, news: TargetNews): Promise<EnginePage> {
    const { target, session: id } = await engine.newTarget(await session.context, look, news);
    const cdp = new CdpSession(await engine.cdp(), id);
    const { frameTree } = await cdp.send('Page.getFrameTree');
    const page = new EnginePage(cdp, target, frameTree.frame.id, scripts);
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { readonly frameId?: string };
      if (context.name === preloadWorldName && frameId === page.mainFrame) page.#preloadContext = context.id;
    });
    cdp.on('Runtime.executionContextsCleared', () => {
      page.#preloadContext = null;
    });
    await Promise.all([
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'),
      cdp.send('Inspector.enable'),
      cdp.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      cdp.send('Runtime.addBinding', { name: scripts.powersUp }),
      cdp.send('Runtime.addBinding', { name: scripts.up, executionContextName: preloadWorldName }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page }),
      ...(scripts.preload === null
        ? []
        : [
            cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: preloadWorldName }),
          ]),
      page.draw(look),
    ]);
    return page;
  }

  /** Draws the page in another size, zoom or light. */
  async draw({ width, height, zoom, dark }: Look): Promise<void> {
    await Promise.all([
      this.cdp.send('Emulation.setDeviceMetricsOverride', {
        width: Math.max(1, Math.round(width / zoom)),
        height: Math.max(1, Math.round(height / zoom)),
        deviceScaleFactor: zoom,
        mobile: false,
      }),
      this.cdp.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
          {
            name: 'prefers-reduced-motion',
            value: process.env['ELECTRON_HOST_REDUCED_MOTION'] === '1' ? 'reduce' : '',
          },
        ],
      }),
    ]);
  }

  /** Hands a message to the preload script's world. Nothing happens in a document that has none. */
  async toPreload(message: object): Promise<void> {
    const contextId = this.#preloadContext;
    if (contextId === null) return;
    const expression = `globalThis[${JSON.stringify(this.#scripts.down)}](${JSON.stringify(JSON.stringify(message))})`;
    // The document may be gone by now, and then it needs no message.
    await this.cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
  }

  /** Answers a page's question for one of its powers. */
  async answerPower(id: number, granted: boolean, contextId: number): Promise<void> {
    const expression = `globalThis[${JSON.stringify(this.#scripts.powersDown)}](${id}, ${granted})`;
    await this.cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
  }

  /** Runs a script and gives what it comes to, as JSON would copy it. Rejects with what it throws. */
  async evaluate(expression: string, options: Partial<Protocol.Runtime.evaluateParameters> = {}): Promise<unknown> {
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      ...options,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as unknown;
  }

  /** A world of its own in the present document, as the engine numbers it. */
  async isolatedWorld(name: string): Promise<number> {
    const { executionContextId } = await this.cdp.send('Page.createIsolatedWorld', {
      frameId: this.mainFrame,
      worldName: name,
    });
    return executionContextId;
  }

  /** Lets pages of a context read the clipboard, which Chromium's own rules forbid. */
  async allowClipboard(context: string): Promise<void> {
    const cdp = await engine.cdp();
    await cdp.send('Browser.grantPermissions', {
      permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'],
      browserContextId: context,
    });
  }

  async close(): Promise<void> {
    await engine.closeTarget(this.target);
  }
}
