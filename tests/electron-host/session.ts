import { EventEmitter } from 'node:events';
import type { Protocol as ProtocolApi, Session, WebRequest } from 'electron';
import { addresses } from './addresses.ts';
import { engine } from './engine.ts';
import { HostEvent } from './host-event.ts';
import { named } from './not-played.ts';

type PermissionRequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type PermissionCheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type Permission = Parameters<NonNullable<PermissionRequestHandler>>[1];
type BeforeRequest = (details: object, answer: (response: { cancel?: boolean; redirectURL?: string }) => void) => void;
type ProtocolHandler = Parameters<ProtocolApi['handle']>[1];

/** What a page asks a session for a power with. */
export interface PowerQuestion {
  readonly permission: string;
  readonly requestingUrl: string;
  readonly isMainFrame: boolean;
}

type PlayedSession = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'isSpellCheckerEnabled'
  | 'clearStorageData'
>;

/** Where pages keep cookies and storage, and who answers their requests: one browser context of the engine. */
export class HostSession extends EventEmitter implements PlayedSession {
  readonly #context: Promise<string>;
  readonly #handlers = new Map<string, ProtocolHandler>();
  #beforeRequest: BeforeRequest | null = null;
  #onPermission: PermissionRequestHandler = null;
  #checkPermission: PermissionCheckHandler = null;
  #spelling = true;

  constructor() {
    super();
    this.#context = this.#open();
    // Whoever needs it hears of the failure.
    this.#context.catch(() => undefined);
  }

  /** The engine's name for it. */
  get context(): Promise<string> {
    return this.#context;
  }

  readonly protocol: Pick<ProtocolApi, 'handle' | 'unhandle' | 'isProtocolHandled'> = named('protocol', {
    handle: (scheme: string, handler: ProtocolHandler): void => {
      if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      this.#handlers.set(scheme, handler);
    },
    unhandle: (scheme: string): void => {
      if (!this.#handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
    },
    isProtocolHandled: (scheme: string): boolean => this.#handlers.has(scheme),
  });

  readonly webRequest: { onBeforeRequest: (listener: BeforeRequest | null) => void } & Pick<WebRequest, never> = named(
    'webRequest',
    {
      onBeforeRequest: (listener: BeforeRequest | null): void => {
        this.#beforeRequest = listener;
      },
    },
  );

  setPermissionRequestHandler(handler: PermissionRequestHandler): void {
    this.#onPermission = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler): void {
    this.#checkPermission = handler;
  }

  /** Devices are chosen by events before this is asked; here none is ever plugged in. */
  setDevicePermissionHandler(_handler: Parameters<Session['setDevicePermissionHandler']>[0]): void {}

  /** What a page may show of the screen is asked as the power `display-capture`. */
  setDisplayMediaRequestHandler(_handler: Parameters<Session['setDisplayMediaRequestHandler']>[0]): void {}

  setSpellCheckerEnabled(enable: boolean): void {
    this.#spelling = enable;
  }

  isSpellCheckerEnabled(): boolean {
    return this.#spelling;
  }

  async clearStorageData(): Promise<void> {
    const cdp = await engine.cdp();
    await cdp.send('Storage.clearCookies', { browserContextId: await this.#context });
  }

  /** Whether a page may use a power: both handlers are asked, as Electron does; without one everything is allowed. */
  async allows(contents: unknown, { permission, requestingUrl, isMainFrame }: PowerQuestion): Promise<boolean> {
    const page = contents as Electron.WebContents;
    const name = permission as Permission;
    const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(requestingUrl)?.[0] ?? requestingUrl;
    if (this.#checkPermission?.(page, name, `${origin}/`, { isMainFrame, requestingUrl }) === false) return false;
    const handler = this.#onPermission;
    if (handler === null) return true;
    return new Promise((resolve) => handler(page, name, resolve, { isMainFrame, requestingUrl }));
  }

  /** What `webRequest` says of a request before anybody answers it. */
  beforeRequest(details: object): Promise<{ readonly cancel?: boolean; readonly redirectURL?: string }> {
    const listener = this.#beforeRequest;
    return listener === null ? Promise.resolve({}) : new Promise((resolve) => listener(details, resolve));
  }

  /** The answer to a request for an address of a custom scheme; `null` where the session handles no such scheme. */
  async answer(request: Request): Promise<Response | null> {
    const handler = this.#handlers.get(new URL(request.url).protocol.slice(0, -1));
    // Electron's request has the type of the global one.
    return handler === undefined ? null : handler(request as Parameters<ProtocolHandler>[0]);
  }

  async #open(): Promise<string> {
    const context = await engine.newContext();
    const cdp = await engine.cdp();
    cdp.on('Browser.downloadWillBegin', ({ url, suggestedFilename }) => {
      const item = { getURL: () => addresses.toProgram(url), getFilename: () => suggestedFilename, cancel() {} };
      this.emit('will-download', new HostEvent(), item, null);
    });
    return context;
  }
}

const partitions = new Map<string, HostSession>();

function fromPartition(partition: string): HostSession {
  const known = partitions.get(partition) ?? new HostSession();
  partitions.set(partition, known);
  return known;
}

/** The module `session`. Every partition is kept in memory alone, those named `persist:` and the default one as well. */
export const session = named('session', {
  fromPartition: (partition: string, _options?: { readonly cache: boolean }): HostSession => fromPartition(partition),
  get defaultSession(): HostSession {
    return fromPartition('');
  },
});
