import { EventEmitter } from 'node:events';
import type { Clipboard, PowerMonitor, PowerSaveBlocker, Protocol, Shell } from 'electron';
import { addresses } from './addresses.ts';
import { app } from './app.ts';
import { named } from './not-played.ts';

const blockers = new Set<number>();
let lastBlocker = 0;

/** The module `powerSaveBlocker`. */
export const powerSaveBlocker = {
  start(type) {
    if (!['prevent-app-suspension', 'prevent-display-sleep'].includes(type)) throw new TypeError(`No blocker ${type}`);
    blockers.add(++lastBlocker);
    return lastBlocker;
  },
  stop: (id) => blockers.delete(id),
  isStarted: (id) => blockers.has(id),
} satisfies PowerSaveBlocker;

/** How many blockers hold at the moment, for tests. */
export const blockerCount = (): number => blockers.size;

/** What the program asked the system to open or to show. */
export const opened: { readonly how: 'external' | 'path' | 'folder'; readonly what: string }[] = [];

/** The module `shell`. */
export const shell = named('shell', {
  async openExternal(url: string): Promise<void> {
    opened.push({ how: 'external', what: url });
  },
  async openPath(path: string): Promise<string> {
    opened.push({ how: 'path', what: path });
    return '';
  },
  showItemInFolder(path: string): void {
    opened.push({ how: 'folder', what: path });
  },
}) satisfies Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>;

/** The module `protocol`, as far as it is no session's. */
export const protocol = named('protocol', {
  registerSchemesAsPrivileged(schemes: Parameters<Protocol['registerSchemesAsPrivileged']>[0]): void {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    addresses.register(schemes);
  },
}) satisfies Pick<Protocol, 'registerSchemesAsPrivileged'>;

/** The module `powerMonitor`: events alone. */
export const powerMonitor: Pick<PowerMonitor, 'on' | 'once' | 'off'> = new EventEmitter() as unknown as PowerMonitor;

/** The module `clipboard`. */
export const clipboard: Partial<Clipboard> = named('clipboard', {});
