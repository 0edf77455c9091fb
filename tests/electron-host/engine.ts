import { Cdp } from './cdp.ts';
import { type SharedChromium, startSharedChromium } from './chromium.ts';

/** What a page's window hears of it. */
export interface TargetNews {
  titled(title: string): void;
  gone(): void;
}

/** The browser that plays Chromium's part: the one whose address is given, or one of this process alone. */
class Engine {
  #cdp: Promise<Cdp> | null = null;
  #own: SharedChromium | null = null;
  readonly #contexts = new Set<string>();
  readonly #targets = new Map<string, TargetNews>();

  /** The connection; made when it is first asked for. */
  cdp(): Promise<Cdp> {
    return (this.#cdp ??= this.#connect());
  }

  async #connect(): Promise<Cdp> {
    const given = process.env['ELECTRON_HOST_BROWSER'];
    if (given === undefined) this.#own = await startSharedChromium();
    const cdp = await Cdp.connect(given ?? this.#own?.endpoint ?? '');
    cdp.on('Target.targetDestroyed', ({ targetId }) => {
      this.#targets.get(targetId)?.gone();
      this.#targets.delete(targetId);
    });
    cdp.on('Target.targetInfoChanged', ({ targetInfo }) =>
      this.#targets.get(targetInfo.targetId)?.titled(targetInfo.title),
    );
    await cdp.send('Target.setDiscoverTargets', { discover: true });
    // What a page opens by itself is no window of the program: Electron asks before, here it is closed at once.
    cdp.on('Target.targetCreated', ({ targetInfo }) => {
      const { type, targetId, browserContextId = '' } = targetInfo;
      if (
        type === 'page' &&
        this.#contexts.has(browserContextId) &&
        !this.#targets.has(targetId) &&
        targetInfo.url !== 'about:blank#lectern'
      )
        void cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
    });
    return cdp;
  }

  /** A place for cookies and storage of its own: what Electron calls a session. */
  async newContext(): Promise<string> {
    const cdp = await this.cdp();
    const { browserContextId } = await cdp.send('Target.createBrowserContext', { disposeOnDetach: true });
    await cdp.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId, eventsEnabled: true });
    this.#contexts.add(browserContextId);
    return browserContextId;
  }

  /** A new page in a context; attached, and empty. */
  async newTarget(
    context: string,
    size: { readonly width: number; readonly height: number },
    news: TargetNews,
  ): Promise<{ readonly target: string; readonly session: string }> {
    const cdp = await this.cdp();
    const { targetId } = await cdp.send('Target.createTarget', {
      url: 'about:blank#lectern',
      browserContextId: context,
      newWindow: true,
      width: Math.round(size.width),
      height: Math.round(size.height),
    });
    this.#targets.set(targetId, news);
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId, flatten: true });
    return { target: targetId, session: sessionId };
  }

  async closeTarget(target: string): Promise<void> {
    await (await this.cdp()).send('Target.closeTarget', { targetId: target }).catch(() => undefined);
  }

  /** Ends everything of this process in the browser, and the browser if it is its own. */
  async close(): Promise<void> {
    if (this.#cdp === null) return;
    const cdp = await this.#cdp.catch(() => null);
    cdp?.close();
    await this.#own?.close();
  }
}

/** The browser of this process. */
export const engine = new Engine();
