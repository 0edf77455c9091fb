import { useEffect } from 'react';
import type { HostClient } from '../../contract/client.ts';

/** Keeps the screen on for as long as the component is there: by the desktop shell, or by the browser where it lets itself be asked. */
export function useAwake(client: HostClient): void {
  useEffect(() => {
    const tell = (on: boolean): void => void client.call('window.awake', { on }).catch(() => undefined);
    const stopped = new AbortController();
    tell(true);
    // A browser lets go of it whenever its page is out of sight.
    const ask = (): void => {
      if (document.visibilityState !== 'visible') return;
      navigator.wakeLock?.request('screen').then(
        (lock) => {
          if (stopped.signal.aborted) void lock.release();
          else stopped.signal.addEventListener('abort', () => void lock.release(), { once: true });
        },
        // Not allowed, or the battery is low: the talk goes on.
        () => {},
      );
    };
    ask();
    document.addEventListener('visibilitychange', ask, { signal: stopped.signal });
    return () => {
      stopped.abort();
      tell(false);
    };
  }, [client]);
}
