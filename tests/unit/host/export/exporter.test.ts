import { expect, it } from 'vitest';
import { defaultOptions } from '../../../../src/core/export/options.ts';
import { createExporter } from '../../../../src/host/export/exporter.ts';

const never = () => Promise.reject(new Error('Not here.'));
const engine = {
  open: never,
  print: never,
  printAll: never,
  browser: () => 'Browser/1',
  close: () => Promise.resolve(),
};
const write = createExporter({ bundle: '/none', engine, version: '1' });
const order = { text: '# A', annotations: null, deckPath: '/none/a.md', fileName: 'a.md' };
const run = (options: ReturnType<typeof defaultOptions>, signal = new AbortController().signal) =>
  write({ ...order, options }, signal, () => undefined);

it('says what made an export: no browser, where none was needed', async () => {
  expect((await run(defaultOptions('md'))).maker).toEqual({ version: '1', browser: null });
});

it('refuses an option that the format does not know', async () => {
  const options = { ...defaultOptions('pdf'), scale: 2 };
  await expect(run(options)).rejects.toMatchObject({ code: 'bad-arguments', message: /“scale”.*PDF document/ });
});

it('begins nothing that is stopped already', async () => {
  await expect(run(defaultOptions('pdf'), AbortSignal.abort('over'))).rejects.toBe('over');
});
