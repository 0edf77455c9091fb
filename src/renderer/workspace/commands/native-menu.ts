import { useEffect } from 'react';
import type { HostClient } from '../../../contract/client.ts';
import { useCommandRegistry } from './use-commands.ts';

/** How long after something that the user did the commands are looked at, in ms: what it leads to is drawn by then. */
const settling = 150;

/**
 * Tells the desktop shell which commands apply, after anything that the user did and that may have changed it. Told is only what is
 * new. It shows nothing.
 */
export function NativeMenu({ client }: { readonly client: HostClient }): null {
  const registry = useCommandRegistry();
  useEffect(() => {
    let told = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      const ready = registry.ready().map(({ id, label, isOn }) => ({ id, label, on: isOn }));
      const text = JSON.stringify(ready);
      if (text === told) return;
      told = text;
      void client.call('window.commands', { ready }).catch(() => undefined);
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(tell, settling);
    };
    const stopped = new AbortController();
    const { signal } = stopped;
    for (const event of ['keyup', 'pointerup', 'focusin', 'focus', 'popstate'])
      window.addEventListener(event, later, { capture: true, signal });
    const stop = client.on('command.run', later);
    later();
    return () => {
      stopped.abort();
      clearTimeout(timer);
      stop();
    };
  }, [client, registry]);
  return null;
}
