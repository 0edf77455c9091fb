import type { WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isWorkspace } from '../../../src/main/addresses.ts';
import { guardNavigation } from '../../../src/main/navigation.ts';
import { foreignAddresses } from './foreign-addresses.ts';
import { FakeContents } from './fake-electron.ts';

const workspace = 'lectern://app/index.html';
const onLink = vi.fn<(address: string) => void>();
let contents: FakeContents;

beforeEach(() => {
  onLink.mockReset();
  contents = new FakeContents();
  // The fake has what the guard uses.
  guardNavigation(contents as unknown as WebContents, isWorkspace, onLink);
});

function navigate(event: string, url: string, isMainFrame = true): boolean {
  const preventDefault = vi.fn();
  contents.emit(event, { url, isMainFrame, preventDefault });
  return preventDefault.mock.calls.length > 0;
}

describe('guardNavigation', () => {
  it.each(['will-frame-navigate', 'will-navigate', 'will-redirect'])(
    'lets the main frame load the workspace (%s)',
    (event) => {
      expect(navigate(event, workspace)).toBe(false);
      expect(onLink).not.toHaveBeenCalled();
    },
  );

  it.each(foreignAddresses)('stops %j by every way', (address) => {
    for (const event of ['will-frame-navigate', 'will-navigate', 'will-redirect'])
      expect(navigate(event, address), event).toBe(true);
  });

  it('stops subframes, whatever they load, and asks nothing for them', () => {
    for (const url of [workspace, 'https://example.org/']) {
      expect(navigate('will-frame-navigate', url, false)).toBe(true);
      expect(navigate('will-redirect', url, false)).toBe(true);
    }
    expect(onLink).not.toHaveBeenCalled();
  });

  it('hands a link of the main frame on once, though Electron tells of it twice', () => {
    navigate('will-frame-navigate', 'https://example.org/');
    navigate('will-navigate', 'https://example.org/');
    expect(onLink.mock.calls).toEqual([['https://example.org/']]);
  });

  it('opens no window, not even for the workspace', () => {
    expect(contents.openHandler?.({ url: workspace })).toEqual({ action: 'deny' });
    expect(contents.openHandler?.({ url: 'https://example.org/' })).toEqual({ action: 'deny' });
  });

  it('attaches no webview and pairs no device', () => {
    const preventDefault = vi.fn();
    const choose = vi.fn();
    contents.emit('will-attach-webview', { preventDefault }, {}, {});
    contents.emit('select-bluetooth-device', { preventDefault }, [{ deviceId: 'one' }], choose);
    expect(preventDefault).toHaveBeenCalledTimes(2);
    expect(choose).toHaveBeenCalledWith('');
  });
});
