import { expect, it } from 'vitest';
import { callNamesFlag } from '../../../src/contract/bridge.ts';
import { callNames } from '../../../src/contract/table.ts';
import { pagePreferences, workspaceOptions } from '../../../src/main/window-options.ts';

const { webPreferences, show } = workspaceOptions('/app/preload.cjs', 'Deck');

it('runs every page sandboxed, isolated and without Node', () => {
  expect(pagePreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
  });
  expect(webPreferences).toMatchObject(pagePreferences);
});

it('adds nothing to the preload script but the names of the calls', () => {
  const { preload, additionalArguments, ...rest } = webPreferences ?? {};
  expect(preload).toBe('/app/preload.cjs');
  expect(additionalArguments).toEqual([`${callNamesFlag}${callNames.join(',')}`]);
  expect(rest).toEqual(pagePreferences);
  expect(show).toBe(false);
});
