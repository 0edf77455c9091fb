import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../shells/desktop-test.ts';
import { stateOf } from '../shells/shell.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A copy of the built program that a test may break. */
async function copyOfProgram(to: string): Promise<string> {
  await mkdir(to, { recursive: true });
  for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer'])
    await cp(join(root, part), join(to, part), { recursive: true });
  return to;
}

const logsIn = (folder: string) => readdir(join(stateOf(folder), 'logs')).catch(() => []);

test('a preload script that does not load is said so in plain words, in a window that is not white', async ({
  folder,
  startInWindow,
}) => {
  const app = await copyOfProgram(`${stateOf(folder)}/program`);
  // As a build would have it that forgot what a sandbox asks for.
  await writeFile(join(app, 'out/preload/index.cjs'), "import { contextBridge } from 'electron';\n");
  const { desktop, page } = await startInWindow({ app });
  await expect(page.getByText('its preload script, did not load')).toBeVisible();
  await expect(page.getByText('Close the window and start Lectern again.')).toBeVisible();
  await expect
    .poll(() => desktop.process.byHand((host) => host.openDialogs().map(({ options }) => options)))
    .toEqual([expect.objectContaining({ message: 'A part of Lectern did not load.' })]);
  const [log = ''] = await logsIn(folder);
  expect(await readFile(join(stateOf(folder), 'logs', log), 'utf8')).toContain('import statement');
});

test('a start that fails writes down why, says where, and ends', async ({ folder, start }) => {
  const app = await copyOfProgram(`${stateOf(folder)}/program`);
  const chunks = await readdir(join(app, 'out/main'));
  await rm(join(app, 'out/main', chunks.find((name) => name.startsWith('shell')) ?? ''));
  const desktop = start({ app });
  expect(await desktop.ended).toBe(1);
  const [log = ''] = await logsIn(folder);
  const path = join(stateOf(folder), 'logs', log);
  expect(desktop.process.said).toContain('Lectern could not start');
  expect(desktop.process.said).toContain(path);
  expect(await readFile(path, 'utf8')).toMatch(/^Lectern \S+ crashed while starting\.[^]*Cannot find module/);
});
