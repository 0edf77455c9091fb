import { watchCrashes } from './crashes.ts';

// First of all, so that whatever goes wrong from here on is written down: the rest is loaded after it, and before the
// application is ready, because Electron waits for what is awaited here.
const { begun, fail } = watchCrashes();
try {
  const { startShell } = await import('./shell.ts');
  startShell(begun);
} catch (error) {
  fail(error);
}
