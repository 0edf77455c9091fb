import type { CustomScheme } from 'electron';

/** Ends the name of every host that stands for one of a custom scheme. No such name can exist (RFC 6761). */
const top = 'invalid';

/**
 * Custom schemes, which a Chromium that is already built cannot be taught: each host of one is played by a web host that only the
 * stand-in answers, `lectern://app/x` by `https://app.lectern.invalid/x`. Origins, secure contexts, policies and
 * `fetch` then behave as the privileges ask: a scheme that is not `secure` is played by plain `http`.
 */
export class SchemeAddresses {
  #schemes: readonly CustomScheme[] | null = null;

  /** As `protocol.registerSchemesAsPrivileged`, which can be called only once. */
  register(schemes: readonly CustomScheme[]): void {
    if (this.#schemes !== null) throw new Error('protocol.registerSchemesAsPrivileged can be called only once.');
    this.#schemes = schemes;
  }

  /** The address that the engine is given for one of the program's. */
  toEngine(address: string): string {
    const [, scheme = '', host = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(address) ?? [];
    const privileges = this.#find(scheme)?.privileges;
    if (privileges?.standard !== true) return address;
    return `${privileges.secure === true ? 'https' : 'http'}://${host}.${scheme}.${top}${rest.startsWith('/') ? '' : '/'}${rest}`;
  }

  /** The program's address for one of the engine's. */
  toProgram(address: string): string {
    const [, host = '', scheme = '', rest = ''] =
      /^https?:\/\/([^/?#]*)\.([a-z0-9+-]+)\.invalid([/?#].*|)$/is.exec(address) ?? [];
    return this.#find(scheme) === undefined ? address : `${scheme}://${host}${rest}`;
  }

  /** Addresses of hosts in a policy such as `img-src lectern://deck`, for the engine. */
  policyToEngine(policy: string): string {
    return policy.replace(/[a-z][a-z0-9+.-]*:\/\/[^\s;,]+/gi, (address) => this.toEngine(address).replace(/\/$/, ''));
  }

  #find(scheme: string): CustomScheme | undefined {
    return this.#schemes?.find((one) => one.scheme === scheme.toLowerCase());
  }
}

/** The schemes of this process. */
export const addresses = new SchemeAddresses();
