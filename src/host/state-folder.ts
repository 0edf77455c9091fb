import { join } from 'node:path';

/** Where this user's state may be. */
export interface StatePlace {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The user's home folder. */
  readonly home: string;
  /** The folder that a desktop program is given for its data, where it is one. */
  readonly appData?: string;
}

/**
 * The folder of what the program remembers from one start to the next: `LECTERN_STATE` where that is set, else where this
 * system keeps such things. A variable that is empty, or no absolute path, counts as not set, as the XDG rules ask.
 */
export function stateFolder({ env, platform, home, appData }: StatePlace): string {
  const absolute = platform === 'win32' ? /^(?:[a-z]:[\\/]|\\\\)/i : /^\//;
  const named = (name: string): string | null => {
    const value = env[name] ?? '';
    return absolute.test(value) ? value : null;
  };
  const own = named('LECTERN_STATE');
  if (own !== null) return own;
  if (appData !== undefined && (platform === 'win32' || platform === 'darwin')) return appData;
  if (platform === 'win32') return join(named('LOCALAPPDATA') ?? join(home, 'AppData', 'Local'), 'Lectern');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lectern');
  return join(named('XDG_STATE_HOME') ?? join(home, '.local', 'state'), 'lectern');
}
