import type { cloneCodec } from './clone.ts';
import type { worldBridge } from './world-bridge.ts';

/** What the preload script's world is made with. */
export interface PreloadWorld {
  /** Name of the function that takes messages to the main process, as the engine binds it. */
  readonly up: string;
  /** Name of the function that takes messages from the main process. */
  readonly down: string;
  /** Names of the events between the worlds. */
  readonly toPage: string;
  readonly fromPage: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly platform: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** A message from the preload script's world to the main process. */
export type UpMessage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'preload-error'; readonly message: string; readonly stack: string }
  | { readonly kind: 'fullscreen'; readonly on: boolean }
  | { readonly kind: 'zoom'; readonly direction: 'in' | 'out' }
  | { readonly kind: 'context-menu'; readonly isEditable: boolean; readonly selectionText: string };

/** A message from the main process to that world. Values are text, as the codec writes them. */
export type DownMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly ok: true; readonly value: string }
  | { readonly kind: 'reply'; readonly id: number; readonly ok: false; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: string }
  | { readonly kind: 'files'; readonly paths: readonly string[] };

/**
 * The surroundings of a sandboxed preload script: `require` of what Electron's documentation of sandboxing lists and of nothing else,
 * a `process` with little in it, and `ipcRenderer` by structured clone.
 *
 * Runs in pages by its own source text, as do the two functions that it is handed.
 */
export function preloadWorld(
  world: PreloadWorld,
  codec: ReturnType<typeof cloneCodec>,
  bridge: ReturnType<typeof worldBridge>,
): {
  readonly require: (name: string) => unknown;
  readonly process: object;
  readonly fail: (error: unknown) => void;
} {
  type Listener = (event: unknown, ...args: unknown[]) => void;
  const scope = globalThis as unknown as Record<string, unknown>;
  const send = scope[world.up] as (message: string) => void;
  const post = (message: UpMessage): void => send(JSON.stringify(message));

  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void; channel: string }>();
  const listeners = new Map<string, Listener[]>();
  const dropped = new Map<string, string>();
  let lastId = 0;

  const remove = (channel: string, listener: Listener): void =>
    void listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((one) => one !== listener),
    );
  const add = (channel: string, listener: Listener): void =>
    void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const id = ++lastId;
      const written = codec.write(args);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, channel });
        post({ kind: 'invoke', id, channel, args: written });
      });
    },
    send: (channel: string, ...args: unknown[]): void => post({ kind: 'send', channel, args: codec.write(args) }),
    on(channel: string, listener: Listener) {
      add(channel, listener);
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      remove(channel, listener);
      return ipcRenderer;
    },
    once(channel: string, listener: Listener) {
      const once: Listener = (...args) => {
        remove(channel, once);
        listener(...args);
      };
      add(channel, once);
      return ipcRenderer;
    },
    removeAllListeners(channel: string) {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };

  const webUtils = {
    getPathForFile(file: File): string {
      if (!(file instanceof File)) throw new TypeError('The argument is not a File.');
      return dropped.get(file.name) ?? '';
    },
  };

  scope[world.down] = (text: string): void => {
    const message = JSON.parse(text) as DownMessage;
    if (message.kind === 'event') {
      const args = codec.read(message.args) as readonly unknown[];
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ sender: ipcRenderer, ports: [], senderId: 0 }, ...args);
    } else if (message.kind === 'files') {
      for (const path of message.paths) dropped.set(path.split(/[\\/]/).at(-1) ?? '', path);
    } else {
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.ok) call?.resolve(codec.read(message.value));
      else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${message.message}`));
    }
  };
  delete scope[world.up];

  document.addEventListener('fullscreenchange', () =>
    post({ kind: 'fullscreen', on: document.fullscreenElement !== null }),
  );

  // What Chromium tells Electron of a right click and of the wheel with Ctrl, unless the page takes them.
  window.addEventListener('contextmenu', ({ target, defaultPrevented }) => {
    if (defaultPrevented) return;
    const isEditable =
      target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA)$/.test(target.tagName));
    post({ kind: 'context-menu', isEditable, selectionText: String(getSelection() ?? '') });
  });
  window.addEventListener('wheel', ({ ctrlKey, deltaY, defaultPrevented }) => {
    if (ctrlKey && !defaultPrevented) post({ kind: 'zoom', direction: deltaY < 0 ? 'in' : 'out' });
  });

  const modules: Readonly<Record<string, unknown>> = {
    electron: {
      contextBridge: { exposeInMainWorld: bridge.expose },
      ipcRenderer,
      webUtils,
    },
  };
  return {
    require(name) {
      const found = modules[name] ?? modules[name.replace(/^electron\/(?:common|renderer)$/, 'electron')];
      if (found === undefined) throw new Error(`module not found: ${name}`);
      return found;
    },
    process: {
      argv: [...world.argv],
      env: { ...world.env },
      platform: world.platform,
      versions: { ...world.versions },
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      isMainFrame: true,
    },
    fail(error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      post({ kind: 'preload-error', message, stack: stack ?? message });
    },
  };
}
