import { type BrowserWindowConstructorOptions, nativeTheme, type Rectangle, type WebPreferences } from 'electron';
import { callNamesFlag } from '../contract/bridge.ts';
import { checksSpelling } from './spelling.ts';

/** What every page of ours runs under. These are Electron's defaults: written down, so that a change of them changes nothing. */
export const pagePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  spellcheck: checksSpelling,
} as const satisfies WebPreferences;

/** The page's own colour, as the style sheet has it (`--surface-0`), for a window that waits for its page. */
export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? '#0f1216' : '#eceef1';
}

/**
 * A window for the workspace. It is shown once its page is painted.
 *
 * @param preload Path of the preload script.
 * @param calls Names of all calls that its page can make.
 */
export function workspaceOptions(
  preload: string,
  calls: readonly string[],
  title: string,
  bounds: Rectangle,
): BrowserWindowConstructorOptions {
  return {
    title,
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    backgroundColor: backgroundColor(),
    webPreferences: { ...pagePreferences, preload, additionalArguments: [`${callNamesFlag}${calls.join(',')}`] },
  };
}
