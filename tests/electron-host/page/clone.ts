/**
 * Writes values as text and reads them again, as the structured clone algorithm copies them: what Electron's IPC does between
 * its processes. Functions, symbols, promises and objects of the DOM are refused.
 *
 * Runs in Node and, by its own source text, in pages: everything that it needs is inside.
 */
export function cloneCodec(): { write(value: unknown): string; read(text: string): unknown } {
  type Tagged = readonly [tag: string, ...rest: unknown[]];

  const views = [
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  ] as const;
  const errors = [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError] as const;

  const refuse = (value: unknown): never => {
    throw new DOMException(
      `An object could not be cloned. (${Object.prototype.toString.call(value)})`,
      'DataCloneError',
    );
  };
  const toBase64 = (bytes: Uint8Array): string => {
    let binary = '';
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(binary);
  };
  const fromBase64 = (text: string): ArrayBuffer => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer;

  function write(value: unknown): string {
    const seen = new Map<object, number>();
    const pack = (item: unknown): unknown => {
      if (item === null || typeof item === 'string' || typeof item === 'boolean') return item;
      if (typeof item === 'number')
        return Number.isFinite(item) && !Object.is(item, -0)
          ? item
          : ['number', Object.is(item, -0) ? '-0' : String(item)];
      if (item === undefined) return ['undefined'];
      if (typeof item === 'bigint') return ['bigint', String(item)];
      if (typeof item !== 'object') return refuse(item);
      const known = seen.get(item);
      if (known !== undefined) return ['same', known];
      seen.set(item, seen.size);
      return packObject(item);
    };
    const packObject = (item: object): Tagged => {
      const kind = Object.prototype.toString.call(item).slice(8, -1);
      if (Array.isArray(item)) return ['array', item.map(pack)];
      if (item instanceof Date) return ['date', item.getTime()];
      if (item instanceof RegExp) return ['regexp', item.source, item.flags];
      if (item instanceof Map) return ['map', [...item].map(([key, one]) => [pack(key), pack(one)])];
      if (item instanceof Set) return ['set', [...item].map(pack)];
      if (item instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(item))];
      if (ArrayBuffer.isView(item)) {
        // Node's Buffer arrives as what it is made of.
        const view = views.findIndex((type) => item instanceof type);
        return ['view', view, toBase64(new Uint8Array(item.buffer, item.byteOffset, item.byteLength))];
      }
      if (item instanceof Error) {
        const type = Math.max(
          0,
          errors.findIndex((one) => one.name === item.name),
        );
        return ['error', type, item.message, item.stack ?? ''];
      }
      if (kind !== 'Object') return refuse(item);
      return ['object', Object.entries(item).map(([key, one]) => [key, pack(one)])];
    };
    return JSON.stringify(pack(value));
  }

  function read(text: string): unknown {
    const made: unknown[] = [];
    const keep = <T>(item: T): T => {
      made.push(item);
      return item;
    };
    const unpack = (packed: unknown): unknown => {
      if (!Array.isArray(packed)) return packed;
      const [tag, first, second, third] = packed as unknown as [string, never, never, never];
      switch (tag) {
        case 'number':
          return Number(first);
        case 'undefined':
          return undefined;
        case 'bigint':
          return BigInt(first);
        case 'same':
          return made[first];
        case 'date':
          return keep(new Date(first));
        case 'regexp':
          return keep(new RegExp(first, second));
        case 'buffer':
          return keep(fromBase64(first));
        case 'view': {
          // Each of them takes a buffer.
          const View = (views[first] ?? Uint8Array) as Uint8ArrayConstructor;
          return keep(new View(fromBase64(second)));
        }
        case 'error': {
          const Type = errors[first] ?? Error;
          return keep(Object.assign(new Type(second), { stack: third }));
        }
        case 'array': {
          const items = keep<unknown[]>([]);
          for (const item of first as readonly unknown[]) items.push(unpack(item));
          return items;
        }
        case 'map': {
          const map = keep(new Map<unknown, unknown>());
          for (const [key, item] of first as readonly [unknown, unknown][]) map.set(unpack(key), unpack(item));
          return map;
        }
        case 'set': {
          const set = keep(new Set<unknown>());
          for (const item of first as readonly unknown[]) set.add(unpack(item));
          return set;
        }
        default: {
          const object = keep<Record<string, unknown>>({});
          for (const [key, item] of first as readonly [string, unknown][])
            Object.defineProperty(object, key, {
              value: unpack(item),
              writable: true,
              enumerable: true,
              configurable: true,
            });
          return object;
        }
      }
    };
    return unpack(JSON.parse(text));
  }

  return { write, read };
}
