import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dialog, FakeWindow, resetElectron, shell } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);
const { externalAddress, externalLinks } = await import('../../../src/main/external-links.ts');

const inert = [
  'file:///etc/passwd',
  'file://server/share/a.exe',
  'smb://server/share',
  '\\\\server\\share',
  'https:\\\\example.org',
  'https://example.org\\@evil.test',
  '//server/share',
  'http://example.org/',
  'ftp://example.org/',
  'ws://example.org/',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'blob:https://example.org/1',
  'about:blank',
  'view-source:https://example.org/',
  'vscode://file/etc/passwd',
  'ms-msdt:/id PCWDiagnostic',
  'ms-officecmd:{}',
  'search-ms:query=x',
  'jar:file:///a.jar!/x',
  'lectern://app/index.html',
  'chrome://settings',
  'https://user@example.org/',
  'https://user:word@example.org/',
  'https://example.org/\u0000.exe',
  'https://example.org/\n--renderer-cmd-prefix',
  'https://example.org/\r\nX: y',
  'https://example.org/\ta',
  ' https://example.org/',
  'https://example.org/a b',
  'https://example.org/\u0085',
  'https://',
  'https:',
  `https://example.org/${'a'.repeat(2_000)}`,
  'mailto:a@example.org?attach=/etc/passwd',
  'mailto:a@example.org?subject=x&Attachment=/etc/passwd',
  '/index.html',
  'example.org',
  '--help',
  '',
];

describe('externalAddress', () => {
  it.each(inert)('refuses %j', (link) => expect(externalAddress(link)).toBeNull());

  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['HTTPS://EXAMPLE.ORG', 'https://example.org/'],
    ['https://exämple.org/', 'https://xn--exmple-cua.org/'],
    ['https://[2001:db8::1]:8443/x', 'https://[2001:db8::1]:8443/x'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    [
      'mailto:a@example.org?subject=Brief&body=Hello&cc=b@example.org',
      'mailto:a@example.org?subject=Brief&body=Hello&cc=b@example.org',
    ],
  ])('accepts %s, as the system will get it', (link, address) => expect(externalAddress(link)).toBe(address));
});

describe('externalLinks', () => {
  // The fake stands in for a window in a call that the fake dialog receives.
  const window = new FakeWindow({ show: false, webPreferences: {} }) as unknown as BrowserWindow;
  beforeEach(resetElectron);

  it('shows the whole address before it opens it', async () => {
    dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
    await externalLinks()(window, 'https://example.org/a');
    expect(dialog.showMessageBox.mock.calls[0]?.[1]).toMatchObject({
      detail: 'https://example.org/a',
      defaultId: 1,
      cancelId: 1,
    });
    expect(shell.openExternal.mock.calls).toEqual([['https://example.org/a']]);
  });

  it('opens nothing when the user cancels', async () => {
    await externalLinks()(window, 'https://example.org/a');
    expect(shell.openExternal).not.toHaveBeenCalled();
  });

  it('does not even ask for an address that may not leave', async () => {
    const open = externalLinks();
    for (const link of inert) await open(window, link);
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
    expect(shell.openExternal).not.toHaveBeenCalled();
  });

  it('asks one question at a time, and the next one after the answer', async () => {
    const answer = Promise.withResolvers<{ response: number }>();
    dialog.showMessageBox.mockReturnValueOnce(answer.promise);
    const open = externalLinks();
    const first = open(window, 'https://example.org/1');
    await open(window, 'https://example.org/2');
    expect(dialog.showMessageBox).toHaveBeenCalledTimes(1);
    answer.resolve({ response: 1 });
    await first;
    await open(window, 'https://example.org/3');
    expect(dialog.showMessageBox).toHaveBeenCalledTimes(2);
  });
});
