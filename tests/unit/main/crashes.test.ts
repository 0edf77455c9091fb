import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { app, dialog, resetElectron } from './fake-electron.ts';

vi.mock('electron', async () => (await import('./fake-electron.ts')).electron);
const { watchCrashes } = await import('../../../src/main/crashes.ts');
const { crashText, writeCrashLog } = await import('../../../src/host/crash-log.ts');

let state: string;
let added: (() => void)[] = [];

beforeEach(async () => {
  resetElectron();
  state = await mkdtemp(join(tmpdir(), 'lectern-crash-'));
  vi.stubEnv('LECTERN_STATE', state);
});
afterEach(async () => {
  added.forEach((remove) => remove());
  added = [];
  vi.unstubAllEnvs();
  await rm(state, { recursive: true, force: true });
});

/** Watches, and listens to nothing once the test is over. */
function watch(): ReturnType<typeof watchCrashes> {
  const on = vi.spyOn(process, 'on');
  const watched = watchCrashes();
  for (const [event, listener] of on.mock.calls) added.push(() => process.off(event as string, listener as () => void));
  on.mockRestore();
  return watched;
}

async function logged(): Promise<string> {
  const logs = join(state, 'logs');
  const [name = ''] = await readdir(logs);
  return readFile(join(logs, name), 'utf8');
}

describe('watchCrashes', () => {
  it('writes down what ends a start, says where, and ends', async () => {
    watch().fail(new Error('No such module', { cause: new RangeError('deeper') }));
    expect(app.exit.mock.calls).toEqual([[1]]);
    const [title, text] = dialog.showErrorBox.mock.calls[0] ?? [];
    expect(title).toBe('Lectern could not start');
    expect(text).toMatch(/^No such module[^]*logs[\\/]crash-.*\.log$/);
    expect(await logged()).toMatch(
      /^Lectern 1\.2\.3 crashed while starting\.[^]*No such module[^]*Caused by:\nRangeError: deeper/,
    );
  });

  it('goes on once something is shown, and says it once', async () => {
    const { begun, fail } = watch();
    begun();
    fail(new Error('one'));
    fail(new Error('two'));
    expect(app.exit).not.toHaveBeenCalled();
    expect(dialog.showMessageBox).toHaveBeenCalledTimes(1);
    expect(await readdir(join(state, 'logs'))).not.toHaveLength(0);
  });
});

describe('the log', () => {
  it('can be read by its user alone, and by people', async () => {
    const crash = { during: 'starting', error: 'odd', version: '1.0.0', args: ['a b.md'] };
    const path = writeCrashLog(state, crash);
    expect((await stat(path ?? '')).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
    const text = crashText(crash, new Date('2030-01-02T03:04:05Z'));
    expect(text).toContain('Time:      2030-01-02T03:04:05.000Z');
    expect(text).toContain('Arguments: "a b.md"');
    expect(text).toContain('\nodd\n');
  });

  it('is not there where it cannot be written', () => {
    const nowhere = join(state, 'file', '\0');
    expect(writeCrashLog(nowhere, { during: 'starting', error: null, version: '', args: [] })).toBeNull();
  });
});
