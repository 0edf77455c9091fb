/** Work that can wait until a window shows what it was opened for. */
export interface PutOff {
  /** Does `work` after the pause. */
  add(work: () => void): void;
  /** Does at once what is put off. */
  now(): void;
  /** Forgets what is put off. */
  close(): void;
}

/** @param pause milliseconds from the first work that is put off to the doing of all */
export function createPutOff(pause: number): PutOff {
  let tasks: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const due = tasks;
    tasks = [];
    for (const task of due) task();
  };
  return {
    add(work) {
      tasks.push(work);
      timer ??= setTimeout(now, pause);
    },
    now,
    close() {
      clearTimeout(timer);
      tasks = [];
    },
  };
}
