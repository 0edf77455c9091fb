import type { Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { closeSession, isLocal } from '../../../src/main/session.ts';
import { FakeSession } from './fake-electron.ts';

const app = 'lectern://app/index.html';
const powers = [
  'clipboard-read',
  'display-capture',
  'fileSystem',
  'geolocation',
  'hid',
  'idle-detection',
  'local-fonts',
  'local-network-access',
  'media',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'usb',
  'window-management',
  'unknown',
];

function closed(fullscreenHost: string | null): {
  session: FakeSession;
  asked: (permission: string, url: string, isMainFrame?: boolean) => boolean;
  checked: (permission: string, origin: string, isMainFrame?: boolean) => boolean;
} {
  const session = new FakeSession();
  // The fake has what is set here.
  closeSession(session as unknown as Session, fullscreenHost);
  const [request] = session.setPermissionRequestHandler.mock.calls[0] ?? [];
  const [check] = session.setPermissionCheckHandler.mock.calls[0] ?? [];
  return {
    session,
    asked(permission, requestingUrl, isMainFrame = true) {
      const answer = vi.fn();
      request(null, permission, answer, { requestingUrl, isMainFrame });
      expect(answer).toHaveBeenCalledTimes(1);
      return answer.mock.calls[0]?.[0];
    },
    checked: (permission, origin, isMainFrame = true) => check(null, permission, origin, { isMainFrame }),
  };
}

describe('closeSession', () => {
  it.each(powers)('gives no page %s', (permission) => {
    const { asked, checked } = closed('app');
    expect(asked(permission, app)).toBe(false);
    expect(checked(permission, 'lectern://app/')).toBe(false);
  });

  it.each(['fullscreen', 'clipboard-sanitized-write'])(
    'gives %s to the main frame of the app, and to nobody else',
    (power) => {
      const { asked, checked } = closed('app');
      expect(asked(power, app)).toBe(true);
      expect(checked(power, 'lectern://app/')).toBe(true);
      expect(checked(power, 'lectern://app')).toBe(true);
      for (const other of ['lectern://deck/', 'https://app/', 'file:///', 'null', '']) {
        expect(asked(power, other), other).toBe(false);
        expect(checked(power, other), other).toBe(false);
      }
      expect(asked(power, app, false)).toBe(false);
      expect(checked(power, app, false)).toBe(false);
    },
  );

  it('gives full screen to nobody where no host has it', () => {
    expect(closed(null).asked('fullscreen', app)).toBe(false);
  });

  it('grants no device, screen or download', () => {
    const { session } = closed('app');
    expect(session.setDevicePermissionHandler.mock.calls[0]?.[0]({})).toBe(false);
    const media = vi.fn();
    session.setDisplayMediaRequestHandler.mock.calls[0]?.[0]({}, media);
    expect(media).toHaveBeenCalledWith(null);
    const preventDefault = vi.fn();
    const choose = vi.fn();
    session.emit('select-hid-device', { preventDefault }, {}, choose);
    session.emit('select-usb-device', { preventDefault }, {}, choose);
    session.emit('select-serial-port', { preventDefault }, [], null, choose);
    session.emit('will-download', { preventDefault }, {}, null);
    expect(preventDefault).toHaveBeenCalledTimes(4);
    expect(choose.mock.calls).toEqual([[], [], ['']]);
  });

  it('lets no request out, and fetches no dictionary', () => {
    const { session } = closed('app');
    const [before] = session.webRequest.onBeforeRequest.mock.calls[0] ?? [];
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1/',
      'ws://example.org/',
      'ftp://example.org/',
      'file:///etc/passwd',
      'x',
    ]) {
      const answer = vi.fn();
      before({ url }, answer);
      expect(answer, url).toHaveBeenCalledWith({ cancel: true });
    }
    expect(session.setSpellCheckerEnabled).toHaveBeenCalledWith(false);
  });
});

describe('isLocal', () => {
  it.each([app, 'lectern://deck/a/b.png', 'data:image/png;base64,AA', 'blob:lectern://app/1'])('passes %s', (url) =>
    expect(isLocal(url)).toBe(true),
  );
});
