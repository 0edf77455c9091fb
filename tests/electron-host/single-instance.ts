import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from '../../src/host/running.ts';

/** What a second instance tells the first. */
export interface InstanceMessage {
  readonly argv: readonly string[];
  readonly folder: string;
  readonly data: unknown;
}

/** The lock that the instances of one program have for one user: in its data folder, as Chromium's own is. */
export class SingleInstance {
  readonly #folder: string;
  readonly #lock: string;
  readonly #take: (message: InstanceMessage) => void;
  #holds = false;
  #stop: () => void = () => {};

  constructor(dataFolder: string, take: (message: InstanceMessage) => void) {
    this.#folder = join(dataFolder, 'Instances');
    this.#lock = join(this.#folder, 'lock');
    this.#take = take;
  }

  get holds(): boolean {
    return this.#holds;
  }

  /** Takes the lock, or tells its holder `data`. At once, as `app.requestSingleInstanceLock` does. */
  request(data: unknown): boolean {
    mkdirSync(this.#folder, { recursive: true });
    for (;;) {
      try {
        writeFileSync(this.#lock, String(process.pid), { flag: 'wx' });
        this.#listen();
        return (this.#holds = true);
      } catch {
        const holder = Number(readFileSync(this.#lock, 'utf8'));
        if (isRunning(holder)) break;
        rmSync(this.#lock, { force: true });
      }
    }
    const message: InstanceMessage = { argv: process.argv, folder: process.cwd(), data };
    const name = join(this.#folder, `${Date.now()}-${process.pid}`);
    writeFileSync(name, JSON.stringify(message));
    renameSync(name, `${name}.json`);
    return false;
  }

  release(): void {
    if (!this.#holds) return;
    this.#holds = false;
    this.#stop();
    rmSync(this.#lock, { force: true });
  }

  #listen(): void {
    const read = (): void => {
      for (const name of readdirSync(this.#folder)
        .filter((one) => one.endsWith('.json'))
        .sort()) {
        const path = join(this.#folder, name);
        const message = JSON.parse(readFileSync(path, 'utf8')) as InstanceMessage;
        rmSync(path);
        this.#take(message);
      }
    };
    const watcher = watch(this.#folder, read);
    // Not what keeps the program running.
    watcher.unref();
    this.#stop = () => watcher.close();
  }
}
