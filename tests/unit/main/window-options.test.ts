import { expect, it, vi } from 'vitest';
import { callNamesFlag } from '../../../src/contract/bridge.ts';
import { callNames } from '../contract/call-names.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);
const { pagePreferences, workspaceOptions } = await import('../../../src/main/window-options.ts');

const bounds = { x: 10, y: 20, width: 900, height: 600 };
const { webPreferences, ...options } = workspaceOptions('/app/preload.cjs', callNames, 'Deck', bounds);

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
  expect(options).toMatchObject({ show: false, ...bounds, backgroundColor: '#eceef1' });
});
