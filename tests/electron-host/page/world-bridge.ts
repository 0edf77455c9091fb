/**
 * One end of `contextBridge`: copies values between the page's world and the preload script's, as Electron's documentation of
 * contextBridge tells. Functions become functions that call across, promises become promises that settle with the other; everything else
 * is copied and frozen, prototypes and symbols are dropped, and errors keep their message alone.
 *
 * The two worlds share the document and nothing else. A `CustomEvent` on it, under a name that no page can guess, is
 * delivered at once, and the engine itself clones its `detail` between worlds.
 *
 * Runs in pages by its own source text: everything that it needs is inside.
 *
 * @param sends Name of the events that this end sends.
 * @param hears Name of the events that it hears.
 */
export function worldBridge(sends: string, hears: string): { expose(name: string, value: unknown): void } {
  interface Message {
    readonly kind: 'expose' | 'call' | 'answer' | 'settle';
    readonly name?: string;
    readonly id?: number;
    readonly ok?: boolean;
    readonly value?: unknown;
  }
  interface Stand {
    readonly electronHost: 'function' | 'promise' | 'error' | 'wrap';
    readonly id?: number;
    readonly value?: unknown;
  }

  // Taken now: a page may replace them all later. Nothing below calls a method of an array, which it could have changed.
  const { dispatchEvent, addEventListener } = EventTarget.prototype;
  const Custom = CustomEvent;
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get as (this: Event) => unknown;
  const { apply, getPrototypeOf, ownKeys } = Reflect;
  const { freeze, isFrozen, defineProperty, hasOwn } = Object;
  const { toString } = Object.prototype;
  const isArray = Array.isArray;
  const tagOf = (value: object): unknown => apply(toString, value, []);
  const page = document;

  const functions: ((...args: unknown[]) => unknown)[] = [];
  const promises = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  let lastPromise = 0;
  let answer: Message | null = null;

  const post = (message: Message): void => void apply(dispatchEvent, page, [new Custom(sends, { detail: message })]);

  /** What is sent in place of a value. */
  function away(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (typeof value === 'symbol') return undefined;
    if (typeof value === 'function') {
      const id = functions.length;
      functions[id] = value as (typeof functions)[number];
      return { electronHost: 'function', id } satisfies Stand;
    }
    if (typeof value !== 'object' || value === null) return value;
    const known = seen.get(value);
    if (known !== undefined) return known;
    if (value instanceof Promise) {
      const id = ++lastPromise;
      value.then(
        (result: unknown) => post({ kind: 'settle', id, ok: true, value: away(result) }),
        (reason: unknown) => post({ kind: 'settle', id, ok: false, value: away(reason) }),
      );
      return { electronHost: 'promise', id } satisfies Stand;
    }
    if (value instanceof Error) return { electronHost: 'error', value: value.message } satisfies Stand;
    if (isArray(value)) {
      const copy: unknown[] = [];
      seen.set(value, copy);
      for (const item of value) copy[copy.length] = away(item, seen);
      return copy;
    }
    const tag = tagOf(value);
    // The engine's own clone knows dates, maps, buffers, blobs and files.
    if (tag !== '[object Object]') return value;
    const copy: Record<string, unknown> = {};
    seen.set(value, copy);
    for (const key of ownKeys(value))
      if (typeof key === 'string') copy[key] = away((value as Record<string, unknown>)[key], seen);
    return 'electronHost' in copy ? ({ electronHost: 'wrap', value: copy } satisfies Stand) : copy;
  }

  /** The value that something stands for that arrived. */
  function home(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const known = seen.get(value);
    if (known !== undefined) return known;
    const stand = value as Partial<Stand>;
    if (stand.electronHost === 'function') return freeze((...args: unknown[]) => call(stand.id ?? 0, args));
    if (stand.electronHost === 'promise') {
      const pending = Promise.withResolvers<unknown>();
      promises.set(stand.id ?? 0, pending);
      return pending.promise;
    }
    if (stand.electronHost === 'error') return new Error(String(stand.value));
    const inner = stand.electronHost === 'wrap' ? (stand.value as object) : value;
    if (isArray(inner)) {
      const copy: unknown[] = [];
      seen.set(value, copy);
      for (const item of inner) copy[copy.length] = home(item, seen);
      return copy;
    }
    const prototype = getPrototypeOf(inner) as object | null;
    if (prototype !== null && getPrototypeOf(prototype) !== null) return inner;
    if (tagOf(inner) !== '[object Object]') return inner;
    const copy: Record<string, unknown> = {};
    seen.set(value, copy);
    for (const key of ownKeys(inner))
      defineProperty(copy, key, {
        value: home((inner as never)[key], seen),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    return copy;
  }

  function call(id: number, args: readonly unknown[]): unknown {
    answer = null;
    post({ kind: 'call', id, value: away(args) });
    const got = answer as Message | null;
    answer = null;
    // What cannot be cloned arrives as nothing, and is answered by nothing.
    if (got === null) throw new Error('An object could not be cloned.');
    if (got.ok !== true) throw home(got.value);
    return home(got.value);
  }

  function answerCall({ id = 0, value }: Message): void {
    try {
      const result = functions[id]?.(...(home(value) as readonly unknown[]));
      post({ kind: 'answer', ok: true, value: away(result) });
    } catch (error) {
      post({ kind: 'answer', ok: false, value: away(error instanceof Error ? error : new Error(String(error))) });
    }
  }

  const freezeDeep = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && !isFrozen(value)) {
      freeze(value);
      for (const key of ownKeys(value)) freezeDeep((value as Record<PropertyKey, unknown>)[key]);
    }
    return value;
  };

  apply(addEventListener, page, [
    hears,
    (event: Event) => {
      const message = apply(detailOf, event, []) as Message | null;
      if (message === null) return;
      if (message.kind === 'call') answerCall(message);
      else if (message.kind === 'answer') answer = message;
      else if (message.kind === 'settle') {
        const pending = promises.get(message.id ?? 0);
        promises.delete(message.id ?? 0);
        if (message.ok === true) pending?.resolve(home(message.value));
        else pending?.reject(home(message.value));
      } else {
        const free = !hasOwn(globalThis, message.name ?? '');
        if (free)
          defineProperty(globalThis, message.name ?? '', {
            value: freezeDeep(home(message.value)),
            enumerable: true,
          });
        post({ kind: 'answer', ok: free });
      }
    },
  ]);

  return {
    expose(name, value) {
      answer = null;
      post({ kind: 'expose', name, value: away(value) });
      const got = answer as Message | null;
      answer = null;
      if (got?.ok !== true) throw new Error('Cannot bind an API on top of an existing property on the window object');
    },
  };
}
