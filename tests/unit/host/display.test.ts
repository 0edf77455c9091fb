import { expect, it } from 'vitest';
import { hasDisplay } from '../../../src/host/display.ts';

const cases: readonly [NodeJS.Platform, Record<string, string>, boolean][] = [
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['linux', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, false],
  ['linux', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22', DISPLAY: 'localhost:10.0' }, true],
  ['freebsd', {}, false],
  ['darwin', {}, true],
  ['darwin', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, false],
  ['win32', {}, true],
  ['win32', { SSH_TTY: '/dev/pts/0' }, false],
];

it.each(cases)('on %s with %j: %s', (platform, env, seen) => {
  expect(hasDisplay({ platform, env, root: false })).toBe(seen);
});
