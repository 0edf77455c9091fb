import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../shells/desktop-test.ts';

test('a page in the window has no power beyond its bridge, and leads nowhere', async ({ folder, startInWindow }) => {
  await writeFile(join(folder, 'other.html'), '<h1>Other</h1>');
  const { desktop, page } = await startInWindow({ args: [join(folder, 'harbour.md')] });
  await expect(page.locator('.ui-stage .reveal.ready')).toBeVisible();

  // No Node, nothing of Electron's, and a bridge that a page cannot change.
  const globals = await page.evaluate(() => ({
    node: [
      typeof Reflect.get(globalThis, 'require'),
      typeof Reflect.get(globalThis, 'process'),
      typeof Reflect.get(globalThis, 'module'),
    ],
    members: Object.values(window.lectern ?? {}).map((member) => typeof member),
    frozen: Object.isFrozen(window.lectern),
    replaced: Reflect.set(window, 'lectern', null),
    electron: Object.keys(globalThis).filter((key) => /electron|ipc|preload/i.test(key)),
  }));
  expect(globals.node).toEqual(['undefined', 'undefined', 'undefined']);
  expect(new Set(globals.members)).toEqual(new Set(['function']));
  expect(globals).toMatchObject({ frozen: true, replaced: false, electron: [] });

  // What a page does to its own objects does not reach the preload script.
  const described = await page.evaluate(async () => {
    const [{ push }, { bind }, { dispatchEvent }, { stringify }] = [
      Array.prototype,
      Function.prototype,
      EventTarget.prototype,
      JSON,
    ];
    Array.prototype.push = () => 0;
    Function.prototype.bind = () => () => null;
    EventTarget.prototype.dispatchEvent = () => false;
    JSON.stringify = () => '{}';
    const reply = await window.lectern?.['app.describe']({});
    Object.assign(Array.prototype, { push });
    Object.assign(Function.prototype, { bind });
    Object.assign(EventTarget.prototype, { dispatchEvent });
    Object.assign(JSON, { stringify });
    return reply;
  });
  expect(described).toMatchObject({ ok: true, value: { shell: 'desktop', folder } });

  // Calls that are not in the table, and arguments that are not in its schema.
  const refused = await page.evaluate(async () => {
    const bridge = window.lectern;
    const ask = (args: unknown) => bridge?.['deck.open'](args);
    return [
      await ask({ deck: '../../etc/passwd' }),
      await ask(null),
      await bridge?.['journal.drop']({ deck: 'unknown1' }),
    ];
  });
  for (const reply of refused) expect(reply).toMatchObject({ ok: false, failure: { code: 'refused' } });

  // The powers that a browser would ask its user for.
  const powers = await page.evaluate(async () => {
    const tell = (work: Promise<unknown> | undefined) =>
      (work ?? Promise.reject(new Error('none'))).then(
        () => 'given',
        () => 'denied',
      );
    const geolocation = new Promise((done, failed) => navigator.geolocation.getCurrentPosition(done, failed));
    return {
      camera: await tell(navigator.mediaDevices?.getUserMedia({ video: true })),
      screen: await tell(navigator.mediaDevices?.getDisplayMedia()),
      place: await tell(geolocation),
      notifications: await Notification.requestPermission(),
      clipboard: await tell(navigator.clipboard.readText()),
      midi: await tell(navigator.requestMIDIAccess()),
      wake: await tell(navigator.wakeLock.request('screen')),
      files: await tell((window as never as Record<string, () => Promise<unknown>>)['showOpenFilePicker']?.()),
      usb: await tell(
        (navigator as never as { usb?: { requestDevice(o: object): Promise<unknown> } }).usb?.requestDevice({
          filters: [],
        }),
      ),
      copying: await tell(navigator.clipboard.writeText('copied')),
    };
  });
  expect(powers).toEqual({
    camera: 'denied',
    screen: 'denied',
    place: 'denied',
    notifications: 'denied',
    clipboard: 'denied',
    midi: 'denied',
    wake: 'denied',
    files: 'denied',
    usb: 'denied',
    copying: 'given',
  });

  // No request leaves, whoever asks for it.
  const requests = await page.evaluate(async () => {
    const tell = (address: string) =>
      fetch(address, { mode: 'no-cors' }).then(
        () => 'answered',
        () => 'refused',
      );
    const picture = (address: string) =>
      new Promise((done) => {
        const image = new Image();
        image.onload = () => done('answered');
        image.onerror = () => done('refused');
        image.src = address;
      });
    return [
      await tell('https://example.org/'),
      await tell('file:///etc/passwd'),
      await picture('http://example.org/a.png'),
      await picture('file:///etc/passwd'),
    ];
  });
  expect(requests).toEqual(['refused', 'refused', 'refused', 'refused']);

  // Every way to leave the page, or to open another one.
  const own = page.url();
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'http://example.org/';
    document.body.append(link);
    link.click();
    link.target = '_blank';
    link.click();
    location.href = 'file:///etc/passwd';
    window.open('lectern://app/print.html');
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = '0; url=http://example.org/meta';
    document.head.append(meta);
  });
  await expect.poll(() => page.evaluate(() => document.readyState)).toBe('complete');
  expect(page.url()).toBe(own);
  expect(desktop.windows()).toHaveLength(1);
  expect(await desktop.process.byHand((host) => [host.opened.length, host.openDialogs().length])).toEqual([0, 0]);

  // A link that may leave does so only after the user has seen where to.
  await page.evaluate(() => void window.open('https://example.org/report?a=1'));
  await expect
    .poll(() => desktop.process.byHand((host) => host.openDialogs().map(({ options }) => options)))
    .toEqual([expect.objectContaining({ detail: 'https://example.org/report?a=1' })]);
  await desktop.process.byHand((host) => host.answerDialog({ response: 0 }));
  await expect
    .poll(() => desktop.process.byHand((host) => host.opened))
    .toEqual([{ how: 'external', what: 'https://example.org/report?a=1' }]);
});
