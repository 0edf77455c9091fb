import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Host } from './control.ts';

const start = fileURLToPath(new URL('./start.ts', import.meta.url));

export interface StandInOptions {
  /** Address of the Chromium that plays the engine's part; without one the process starts one of its own. */
  readonly engine?: string;
  /** What the program is started with. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The folder of the program's `package.json`; this checkout by default. */
  readonly app?: string;
  /** Whether it runs as an installed program does. */
  readonly packaged?: boolean;
  /** The system that it is told it runs on. */
  readonly platform?: NodeJS.Platform;
}

type Answer = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }
);

/** A desktop program that runs on the stand-in for Electron, as the test that started it sees it. */
export class StandInProcess {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #lastId = 0;
  #said = '';
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;

  constructor({ engine, args, env = {}, app, packaged = false, platform }: StandInOptions) {
    const flags = [
      ...(app === undefined ? [] : ['--app', app]),
      ...(packaged ? ['--packaged'] : []),
      ...(platform === undefined ? [] : ['--platform', platform]),
    ];
    this.#child = spawn(process.execPath, ['--no-warnings', start, ...flags, '--', ...args], {
      env: { ...process.env, ...(engine === undefined ? {} : { ELECTRON_HOST_BROWSER: engine }), ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    this.#child.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (answer.ok) waiting?.resolve(answer.value);
      else waiting?.reject(new Error(answer.message));
    });
    this.ended = new Promise((resolve) => {
      this.#child.on('close', (code) => {
        for (const { reject } of this.#waiting.values()) reject(new Error(`The program ended. ${this.#said}`));
        resolve(code);
      });
    });
  }

  /** What it wrote to standard output and standard error so far. */
  get said(): string {
    return this.#said;
  }

  /** Runs a function in the main process, with the module `electron`. It sees nothing around it but its argument. */
  run<R, A>(act: (electron: typeof Electron.CrossProcessExports, argument: A) => R, argument?: A): Promise<Awaited<R>> {
    return this.#ask('electron', act, argument) as Promise<Awaited<R>>;
  }

  /** Runs a function there with what a user and the system can do. */
  byHand<R, A>(act: (host: Host, argument: A) => R, argument?: A): Promise<Awaited<R>> {
    return this.#ask('host', act, argument) as Promise<Awaited<R>>;
  }

  /** Ends the process at once, as a power failure would. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  #ask(on: 'electron' | 'host', act: (target: never, argument: never) => unknown, argument: unknown): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.send({ id, on, source: String(act), argument }, (error) => {
        if (error !== null) reject(new Error(`The program has ended. ${this.#said}`));
      });
    });
  }
}
