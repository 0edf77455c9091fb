import type { ReadyCommandState } from '../contract/schemas/program.ts';

/** What a host has the window do that shows its pages. A browser's window does nothing of it. */
export interface WindowPort {
  /** Keeps the screen on, or lets it sleep again. */
  keepAwake(on: boolean): void;
  /** The commands that apply now. */
  showCommands(ready: readonly ReadyCommandState[]): void;
  /** The page has saved what it could, because the window closes. */
  settled(atRisk: boolean): void;
}

/** The window of a browser: it closes by itself, keeps the screen on by itself, and has no menu of ours. */
export const browserWindow: WindowPort = { keepAwake() {}, showCommands() {}, settled() {} };
