import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../shells/desktop-test.ts';
import { stateOf } from '../shells/shell.ts';
import type { StandIn } from '../shells/stand-in-shell.ts';

const left = { x: 60, y: 90, width: 1000, height: 700 };

const bounds = (desktop: StandIn) => desktop.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

async function quit(desktop: StandIn): Promise<void> {
  await desktop.run(({ app }) => app.quit()).catch(() => undefined);
  await desktop.ended;
}

test('a window comes back where it was left, whatever became of the file that says so', async ({
  folder,
  startInWindow,
}) => {
  const places = join(stateOf(folder), 'windows.json');
  const { desktop: first } = await startInWindow();
  await first.run(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), left);
  await quit(first);
  expect(JSON.parse(await readFile(places, 'utf8'))).toMatchObject({
    places: [{ path: folder, place: { bounds: left } }],
  });

  const { desktop: second, page } = await startInWindow();
  expect(await bounds(second)).toEqual(left);
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([1000, 700]);
  await second.run(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize());
  await quit(second);

  await writeFile(places, '{"places": [{"path": 1, "place": "somewhere"}]');
  const { desktop: third } = await startInWindow();
  expect(await bounds(third)).toEqual({ x: 240, y: 110, width: 1440, height: 900 });
  expect((await readdir(stateOf(folder))).filter((name) => name.startsWith('windows.json.broken'))).toHaveLength(1);
});

test('windows stay within reach when a display goes away, while they are open and until the next start', async ({
  folder,
  startInWindow,
}) => {
  const both = [
    { id: 1, x: 0, y: 0, width: 1920, height: 1080 },
    { id: 2, x: 1920, y: 0, width: 2560, height: 1440 },
  ];
  const beside = { x: 2400, y: 200, width: 1500, height: 1100 };
  const env = { ELECTRON_HOST_DISPLAYS: JSON.stringify(both) };
  const { desktop } = await startInWindow({ env });
  await desktop.run(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), beside);
  await desktop.process.byHand((host, displays) => host.setDisplays(displays), both.slice(0, 1));
  // The whole window is on what is left, and no larger than that.
  expect(await bounds(desktop)).toEqual({ x: 420, y: 40, width: 1500, height: 1040 });
  await quit(desktop);

  const places = join(stateOf(folder), 'windows.json');
  const said = await readFile(places, 'utf8');
  await writeFile(places, said.replace(/"bounds": \{[^}]*\}/, `"bounds": ${JSON.stringify(beside)}`));
  const { desktop: again } = await startInWindow();
  expect(await bounds(again)).toEqual({ x: 420, y: 40, width: 1500, height: 1040 });
});
