import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { HostEvent } from '../../../../src/contract/table.ts';
import { defaultOptions } from '../../../../src/core/export/options.ts';
import { createExportService } from '../../../../src/host/export/export-service.ts';
import type { Exported, Writer } from '../../../../src/host/export/writer.ts';

const exported: Exported = { bytes: new Uint8Array(3), pages: 2, leftOut: [], diagnostics: [] };
const request = {
  job: 'job-number-1',
  deck: 'deck-number-1',
  text: '# A',
  annotations: null,
  options: defaultOptions('pdf'),
  deckPath: '/decks/talk.md',
};

/** Its writer tells its progress, and ends when it is told to, or stopped. */
function service(choose = true) {
  const events: HostEvent[] = [];
  const delivered: string[] = [];
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const write: Writer = async (_order, signal, onProgress) => {
    onProgress({ phase: 'layout', done: 1, total: 2 });
    started.resolve();
    await Promise.race([finish.promise, once(signal, 'abort')]);
    signal.throwIfAborted();
    return exported;
  };
  const exports = createExportService({
    write,
    chooseTarget: async ({ name }) => {
      if (!choose) return null;
      return { deliver: async () => (delivered.push(name), { name, path: null, url: '/x' }) };
    },
    emit: (event) => void events.push(event),
  });
  return { exports, events, delivered, started: started.promise, finish: () => finish.resolve() };
}

describe('exports', () => {
  it('tell their progress by their own name, and then where they are', async () => {
    const { exports, events, finish } = service();
    finish();
    expect(await exports.run(request)).toMatchObject({ outcome: 'exported', name: 'talk.pdf', bytes: 3, pages: 2 });
    const progress = { phase: 'layout', done: 1, total: 2 };
    expect(events).toEqual([{ name: 'export.progress', payload: { job: 'job-number-1', progress } }]);
  });

  it('are not made when no place is chosen for them', async () => {
    const { exports, events } = service(false);
    expect(await exports.run(request)).toEqual({ outcome: 'cancelled' });
    expect(events).toEqual([]);
  });

  it('leave nothing when they are cancelled, and can be made again', async () => {
    const { exports, delivered, started, finish } = service();
    const running = exports.run(request);
    await started;
    exports.cancel('job-number-2');
    exports.cancel(request.job);
    expect(await running).toEqual({ outcome: 'cancelled' });
    expect(delivered).toEqual([]);
    finish();
    expect(await exports.run(request)).toMatchObject({ outcome: 'exported' });
  });

  it('have one name each while they run', async () => {
    const { exports, started, finish } = service();
    const running = exports.run(request);
    await started;
    await expect(exports.run(request)).rejects.toMatchObject({ code: 'refused' });
    finish();
    await running;
  });

  it('are stopped when the host closes, with a reason', async () => {
    const { exports, delivered, started } = service();
    const running = exports.run(request);
    const settled = expect(running).rejects.toMatchObject({ code: 'refused', message: /closing/ });
    await started;
    await exports.close();
    await settled;
    expect(delivered).toEqual([]);
    await expect(exports.run(request)).rejects.toMatchObject({ code: 'refused' });
  });
});
