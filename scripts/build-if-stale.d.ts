export interface BuildOptions {
  /** The checkout. */
  readonly root?: string;
  /** Makes the build; by default electron-vite, in a process of its own. */
  readonly run?: (root: string) => Promise<void>;
  /** Called with a line for the user. */
  readonly say?: (line: string) => void;
}

export const projectRoot: string;
export function buildIfStale(options?: BuildOptions): Promise<void>;
export function build(options?: BuildOptions): Promise<void>;
export function isStale(root?: string): boolean;
