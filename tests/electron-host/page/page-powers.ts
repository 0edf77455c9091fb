/** What a page is told of one of its powers. */
export interface PowerRequest {
  readonly id: number;
  readonly permission: string;
}

/**
 * Has the powers that a browser would ask its user for ask the main process instead, through `session`'s handlers: full screen, place,
 * camera, notifications, clipboard and devices. And `window.open` opens nothing: the address goes to the main process.
 *
 * Runs in pages by its own source text, before their own scripts.
 *
 * @param up Name of the function that takes requests to the main process, as the engine binds it.
 * @param down Name of the function that takes the answers.
 */
export function pagePowers(up: string, down: string): void {
  const scope = globalThis as unknown as Record<string, unknown>;
  const send = scope[up] as (text: string) => void;
  delete scope[up];
  const waiting = new Map<number, (granted: boolean) => void>();
  let lastId = 0;
  const ask = (permission: string): Promise<boolean> =>
    new Promise((resolve) => {
      const id = ++lastId;
      waiting.set(id, resolve);
      send(JSON.stringify({ id, permission } satisfies PowerRequest));
    });
  Object.defineProperty(scope, down, {
    value: (id: number, granted: boolean) => {
      waiting.get(id)?.(granted);
      waiting.delete(id);
    },
  });

  const denied = (what: string): Error => new DOMException(`${what} was denied.`, 'NotAllowedError');
  type Method = (...args: unknown[]) => unknown;

  /** Guards a method that answers with a promise. */
  function guard(owner: object | undefined, name: string, permission: string, error = denied): void {
    const original = (owner as Record<string, Method> | undefined)?.[name];
    if (owner === undefined || typeof original !== 'function') return;
    Object.defineProperty(owner, name, {
      configurable: true,
      writable: true,
      async value(this: unknown, ...args: unknown[]) {
        if (!(await ask(permission))) throw error(name);
        return original.apply(this, args);
      },
    });
  }

  guard(Element.prototype, 'requestFullscreen', 'fullscreen', () => new TypeError('Permissions check failed'));
  guard(globalThis.Clipboard?.prototype, 'writeText', 'clipboard-sanitized-write');
  guard(globalThis.Clipboard?.prototype, 'write', 'clipboard-sanitized-write');
  guard(globalThis.Clipboard?.prototype, 'readText', 'clipboard-read');
  guard(globalThis.Clipboard?.prototype, 'read', 'clipboard-read');
  guard(globalThis.MediaDevices?.prototype, 'getUserMedia', 'media');
  guard(globalThis.MediaDevices?.prototype, 'getDisplayMedia', 'display-capture');
  guard(Navigator.prototype, 'requestMIDIAccess', 'midi');
  guard(globalThis.WakeLock?.prototype, 'request', 'screen-wake-lock');
  for (const [device, name] of [
    ['HID', 'hid'],
    ['USB', 'usb'],
    ['Serial', 'serial'],
    ['Bluetooth', 'bluetooth'],
  ] as const) {
    const type = scope[device] as { readonly prototype: object } | undefined;
    for (const method of ['requestDevice', 'requestPort']) guard(type?.prototype, method, name);
  }
  for (const picker of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'])
    guard(globalThis, picker, 'fileSystem');
  if (typeof Notification === 'function')
    Object.defineProperty(Notification, 'requestPermission', {
      value: async () => ((await ask('notifications')) ? 'granted' : 'denied'),
    });
  const { getCurrentPosition } = Geolocation.prototype;
  Geolocation.prototype.getCurrentPosition = function (done, failed, options) {
    void ask('geolocation').then((granted) => {
      if (granted) getCurrentPosition.call(this, done, failed, options);
      else failed?.({ code: 1, message: 'User denied Geolocation' } as GeolocationPositionError);
    });
  };

  window.open = (address) => {
    send(
      JSON.stringify({ id: 0, permission: `open ${new URL(String(address ?? 'about:blank'), document.baseURI).href}` }),
    );
    return null;
  };
}
