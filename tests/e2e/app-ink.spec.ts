import { sidecarText } from '../../src/core/annotations/sidecar/write.ts';
import { createDeck } from '../../src/core/deck/deck-state.ts';
import { slideIndex } from '../../src/core/deck/slide-index.ts';
import { stroke } from '../unit/core/annotations/sample-annotations.ts';
import { firstSlide, noteFirstSlide } from './first-slide.ts';
import { expect, test } from './lectern-app.ts';
import { annotate, draw, picture, placeInWindow } from './slide-drawing.ts';

test('ink is drawn, kept in the sidecar, and still there to the pixel after reopening', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('2').click();
  const bare = await picture(app);
  await app.page.getByRole('radio', { name: 'Annotate' }).click();
  await app.page.getByRole('radio', { name: 'Blue' }).click();
  await draw(app, [0.2, 0.5], [0.8, 0.6]);
  await app.page.getByRole('radio', { name: 'Highlighter' }).click();
  await draw(app, [0.1, 0.3], [0.5, 0.3]);
  await app.page.getByRole('button', { name: 'Stop annotating' }).click();
  await expect(app.stage.locator('.ink-layer[data-ink="highlights"] path')).toHaveCount(1);
  await expect(app.stage.locator('.ink-layer[data-ink="drawings"] path')).toHaveAttribute('fill', '#2f6bff');
  await expect(app.slide('2').locator('.slide-frame .ink-layer:not([data-ink="tints"]) path')).toHaveCount(2);
  await app.saved();

  const sidecar = JSON.parse(await app.read('harbour.annotations.json'));
  expect(sidecar.type).toBe('AnnotationCollection');
  expect(sidecar.items).toHaveLength(2);
  const points: readonly (readonly number[])[] = sidecar.items[0].body.points;
  // In slide units of 1280 by 720, wherever and however large the stage was.
  expect(points[0]?.[0]).toBeCloseTo(256, -1);
  expect(points[0]?.[1]).toBeCloseTo(360, -1);
  expect(points.at(-1)?.[0]).toBeCloseTo(1024, -1);
  expect(points.at(-1)?.[1]).toBeCloseTo(432, -1);

  const drawn = await picture(app);
  expect(drawn.equals(bare)).toBe(false);
  await app.page.reload();
  await app.open('Harbour briefing');
  await app.slide('2').click();
  await expect(app.stage.locator('.ink-layer:not([data-ink="tints"]) path')).toHaveCount(2);
  expect((await picture(app)).equals(drawn)).toBe(true);
  // The tool that was used last is the one that is there again.
  await app.page.keyboard.press('Control+3');
  await expect(app.page.getByRole('radio', { name: 'Highlighter' })).toBeChecked();
});

test('a deck with very much ink is shown before that is read, and then drawn on', async ({ app }) => {
  const text = await app.read('harbour.md');
  const deck = createDeck(text);
  const [, slide] = slideIndex(deck).slides.map(({ key }) => key);
  const points = Array.from({ length: 60 }, (_, i) => ({
    x: 100 + i * 4,
    y: 300 + (i % 7),
    pressure: 0.4,
    time: i * 9,
  }));
  const strokes = Array.from({ length: 500 }, (_, i) => stroke(slide ?? '', `urn:uuid:${i}`, { points }));
  const sidecar = sidecarText(createDeck(text, { annotations: strokes }), null) ?? '';
  expect(sidecar.length).toBeGreaterThan(600_000);
  await app.write('harbour.annotations.json', sidecar);
  await noteFirstSlide(app.page);
  await app.page.reload();
  await app.open('Harbour briefing');
  await app.slide('2').click();
  await expect(app.stage.locator('.ink-layer path')).toHaveCount(500);
  expect((await firstSlide(app.page))?.heading).toBe('Harbour briefing');
  await annotate(app);
  await draw(app, [0.2, 0.8], [0.8, 0.8]);
  await expect(app.stage.locator('.ink-layer path')).toHaveCount(501);
  await app.saved();
  expect(JSON.parse(await app.read('harbour.annotations.json')).items).toHaveLength(501);
});

test('ink stays with its slide when that moves, and when another program edits the deck', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('2').click();
  await app.page.keyboard.press('p');
  await draw(app, [0.3, 0.3], [0.6, 0.7]);
  await app.slide('2').click();
  await app.page.keyboard.press('Alt+ArrowUp');
  await expect(app.slide('1').locator('.ink-layer path')).toHaveCount(1);
  await app.saved();
  await app.page.getByRole('button', { name: 'Back to all decks' }).click();
  const text = await app.read('harbour.md');
  await app.write('harbour.md', text.replace('## Alpha', '## New first\n\nText.\n\n---\n\n## Alpha'));
  await app.open('Harbour briefing');
  await expect(app.slide('2')).toHaveAttribute('aria-label', '2: Alpha');
  await expect(app.slide('2').locator('.ink-layer path')).toHaveCount(1);
  await expect(app.page.locator('.ui-navigator .ink-layer')).toHaveCount(1);
});

test('erasers remove whole drawings or parts of strokes, each sweep one step', async ({ app }) => {
  await app.open('Harbour briefing');
  await annotate(app);
  const { keyboard } = app.page;
  const shapes = app.stage.locator('.ink-layer path');
  await draw(app, [0.2, 0.2], [0.8, 0.2]);
  await draw(app, [0.2, 0.4], [0.8, 0.4]);
  await draw(app, [0.2, 0.8], [0.8, 0.8]);
  await expect(shapes).toHaveCount(3);
  await keyboard.press('e');
  await draw(app, [0.5, 0.1], [0.5, 0.5]);
  await expect(shapes).toHaveCount(1);
  await keyboard.press('Control+z');
  await expect(shapes).toHaveCount(3);
  await keyboard.press('Shift+E');
  await draw(app, [0.5, 0.1], [0.5, 0.5]);
  await expect(shapes).toHaveCount(5);
  await keyboard.press('Control+z');
  await expect(shapes).toHaveCount(3);
});

test('a pen draws by its pressure, its other end erases, and the hand beside it does nothing', async ({ app }) => {
  await app.open('Harbour briefing');
  await annotate(app);
  const shapes = app.stage.locator('.ink-layer path');
  const cdp = await app.page.context().newCDPSession(app.page);
  const touch = async (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    ...places: readonly (readonly [number, number])[]
  ) => {
    const touchPoints = await Promise.all(
      places.map(async (place, id) => {
        const [x, y] = await placeInWindow(app, place);
        return { x, y, id };
      }),
    );
    await cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  // Where no pen was ever seen, a finger draws; two never do.
  await touch('touchStart', [0.2, 0.2]);
  await touch('touchMove', [0.4, 0.2]);
  await touch('touchEnd');
  await expect(shapes).toHaveCount(1);
  await touch('touchStart', [0.2, 0.3]);
  await touch('touchMove', [0.3, 0.3]);
  await touch('touchStart', [0.3, 0.3], [0.6, 0.3]);
  await touch('touchMove', [0.4, 0.3], [0.7, 0.3]);
  await touch('touchEnd');
  await expect(app.page.locator('.ui-paper-live path')).toHaveCount(0);
  await expect(shapes).toHaveCount(1);

  const pen = async (
    type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
    place: readonly [number, number],
    force: number,
  ) => {
    const [x, y] = await placeInWindow(app, place);
    const button = type === 'mouseMoved' ? ('none' as const) : ('left' as const);
    const buttons = type === 'mouseReleased' ? 0 : 1;
    await cdp.send('Input.dispatchMouseEvent', { type, x, y, button, buttons, force, pointerType: 'pen' });
  };
  await pen('mousePressed', [0.2, 0.6], 0.25);
  for (let i = 1; i <= 10; i++) await pen('mouseMoved', [0.2 + i * 0.04, 0.6], 0.25 + i * 0.06);
  await pen('mouseReleased', [0.6, 0.6], 0);
  await expect(shapes).toHaveCount(2);
  await touch('touchStart', [0.5, 0.9]);
  await touch('touchMove', [0.7, 0.9]);
  await touch('touchEnd');
  await expect(shapes).toHaveCount(2);
  await app.saved();
  const { items } = JSON.parse(await app.read('harbour.annotations.json'));
  const pressures: readonly number[] = items[1].body.points.map((point: readonly number[]) => point[2]);
  expect(pressures[0]).toBe(0.25);
  expect(pressures.at(-1)).toBe(0.85);
  expect(items[0].body.points.every((point: readonly number[]) => point[2] === 0.5)).toBe(true);

  // No way to send an eraser’s end from outside: an event as the browser would make it.
  const [x, y] = await placeInWindow(app, [0.4, 0.6]);
  await app.page.locator('.ui-surface').evaluate(
    (surface, at) => {
      const common = { ...at, bubbles: true, cancelable: true, pointerId: 77, pointerType: 'pen', isPrimary: true };
      surface.setPointerCapture = () => {};
      surface.dispatchEvent(new PointerEvent('pointerdown', { ...common, button: 5, buttons: 32 }));
      surface.dispatchEvent(new PointerEvent('pointerup', { ...common, button: 5, buttons: 0 }));
    },
    { clientX: x, clientY: y },
  );
  await expect(shapes).toHaveCount(1);
});
