import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertAccelerator } from '../../electron-host/accelerator.ts';
import { SchemeAddresses } from '../../electron-host/addresses.ts';
import { cloneCodec } from '../../electron-host/page/clone.ts';

const codec = cloneCodec();
const copy = (value: unknown): unknown => codec.read(codec.write(value));

describe('what the stand-in sends between processes', () => {
  it('arrives as the structured clone algorithm copies it', () => {
    const values = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    });
    fc.assert(
      fc.property(values, (value) => {
        expect(copy(value)).toEqual(structuredClone(value));
      }),
    );
  });

  it('keeps what stands in two places one thing, circles too', () => {
    const shared = { name: 'shared' };
    const circle: { self?: unknown; readonly both: unknown[] } = { both: [shared, shared] };
    circle.self = circle;
    const there = copy(circle) as typeof circle;
    expect(there.self).toBe(there);
    expect(there.both[0]).toBe(there.both[1]);
  });

  it('keeps errors, dates, patterns and bytes what they are', () => {
    const error = copy(new RangeError('too far')) as RangeError;
    expect([error instanceof RangeError, error.message]).toEqual([true, 'too far']);
    expect(copy(new Date(5))).toEqual(new Date(5));
    expect(copy(/a+/gi)).toEqual(/a+/gi);
    expect(copy(Buffer.from([1, 2, 255]))).toEqual(new Uint8Array([1, 2, 255]));
    expect(Object.is(copy(-0), -0)).toBe(true);
  });

  it.each([[() => 1], [Symbol('s')], [Promise.resolve()], [new WeakMap()], [{ deep: [() => 1] }]])(
    'is refused where Electron refuses it: %s',
    (value) => expect(() => codec.write(value)).toThrow('could not be cloned'),
  );

  it('drops prototypes, and sets none', () => {
    class Point {
      x = 1;
    }
    expect(copy(new Point())).toEqual({ x: 1 });
    expect(Object.getPrototypeOf(copy(JSON.parse('{"__proto__": {"polluted": 1}}')))).toBe(Object.prototype);
  });
});

describe('the stand-in for a scheme', () => {
  const schemes = new SchemeAddresses();
  schemes.register([
    { scheme: 'lectern', privileges: { standard: true, secure: true } },
    { scheme: 'plain', privileges: { standard: true } },
  ]);

  it.each([
    ['lectern://app/index.html#/a', 'https://app.lectern.invalid/index.html#/a'],
    ['plain://app/x?y', 'http://app.plain.invalid/x?y'],
    ['https://example.org/', 'https://example.org/'],
    ['other://app/', 'other://app/'],
  ])('plays %s by %s, and back', (program, engine) => {
    expect(schemes.toEngine(program)).toBe(engine);
    expect(schemes.toProgram(engine)).toBe(program);
  });

  it('can be registered once', () => expect(() => schemes.register([])).toThrow('once'));
});

it.each([
  ['CmdOrCtrl+Shift+Z', true],
  ['Alt+Up', true],
  ['F5', true],
  ['CmdOrCtrl+Plus', true],
  ['Mod+Z', false],
  ['Ctrl+ArrowUp', false],
  ['', false],
])('takes %s for a combination as Electron does: %s', (text, valid) => {
  if (valid) expect(() => assertAccelerator(text)).not.toThrow();
  else expect(() => assertAccelerator(text)).toThrow(TypeError);
});
