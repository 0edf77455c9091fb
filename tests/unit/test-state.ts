import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What programs that tests start remember is nothing of their user's: they have this state folder, for one run. */
export const testState = join(tmpdir(), `lectern-test-state-${process.pid}`);

/** Called by Vitest after the last test. */
export async function teardown(): Promise<void> {
  await rm(testState, { recursive: true, force: true });
}
