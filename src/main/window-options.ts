import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { callNamesFlag } from '../contract/bridge.ts';
import { callNames } from '../contract/table.ts';

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
  // Its dictionaries would come from the network.
  spellcheck: false,
} as const satisfies WebPreferences;

/** A window for the workspace. It is shown once its page is painted. */
export function workspaceOptions(preload: string, title: string): BrowserWindowConstructorOptions {
  return {
    title,
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    show: false,
    webPreferences: { ...pagePreferences, preload, additionalArguments: [`${callNamesFlag}${callNames.join(',')}`] },
  };
}
