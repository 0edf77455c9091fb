import { expect, it } from 'vitest';
import { formatNames } from '../../../../src/core/export/formats.ts';
import { defaultOptions } from '../../../../src/core/export/options.ts';
import { createExporter, writtenFormats } from '../../../../src/host/export/exporter.ts';

const engine = { print: () => Promise.reject(new Error('Not here.')), close: () => Promise.resolve() };
const write = createExporter({ bundle: '/none', engine, version: '1' });
const order = { text: '# A', annotations: null, deckPath: '/none/a.md', fileName: 'a.md' };
const run = (options: ReturnType<typeof defaultOptions>, signal = new AbortController().signal) =>
  write({ ...order, options }, signal, () => undefined);

it('refuses a format that nothing writes, and names those that are written', async () => {
  for (const format of formatNames.filter((name) => !writtenFormats.includes(name)))
    await expect(run(defaultOptions(format))).rejects.toMatchObject({ code: 'bad-arguments', wayOut: /\.pdf/ });
});

it('refuses an option that the format does not know', async () => {
  const options = { ...defaultOptions('pdf'), scale: 2 };
  await expect(run(options)).rejects.toMatchObject({ code: 'bad-arguments', message: /“scale”.*PDF document/ });
});

it('begins nothing that is stopped already', async () => {
  await expect(run(defaultOptions('pdf'), AbortSignal.abort('over'))).rejects.toBe('over');
});
