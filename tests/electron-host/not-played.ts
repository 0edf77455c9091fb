/**
 * An API object that says its name when something of it is used that the stand-in does not play, in place of
 * “undefined is not a function”.
 */
export function named<T extends object>(name: string, played: T): T {
  return new Proxy(played, {
    get(target, key) {
      if (typeof key === 'string' && !(key in target) && !['then', 'toJSON', 'constructor'].includes(key))
        throw new Error(`The stand-in for Electron does not play ${name}.${key}.`);
      // Private fields are the object's own, not the proxy's.
      const found: unknown = Reflect.get(target, key, target);
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  });
}
