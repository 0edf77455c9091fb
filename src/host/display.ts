/** What a decision about windows and browsers depends on; given apart so that it can be tried out. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Whether the user is root (never so on Windows). */
  readonly root: boolean;
}

/** The machine that this process runs on. */
export function thisMachine(): Machine {
  return { env: process.env, platform: process.platform, root: process.getuid?.() === 0 };
}

/**
 * Whether a window opened from here would be seen by the user: not on Linux without a display server, and not from a
 * remote login, unless it forwards its display.
 */
export function hasDisplay({ env, platform }: Machine): boolean {
  const displayServer = Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
  if (platform !== 'darwin' && platform !== 'win32') return displayServer;
  return !env['SSH_CONNECTION'] && !env['SSH_TTY'];
}
