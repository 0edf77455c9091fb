import { useEffect, useState } from 'react';
import type { HostClient } from '../../contract/client.ts';
import type { Recent } from '../../contract/schemas/library.ts';

const none: Recent = { decks: [], folders: [] };

/** What was used lately, read again when `round` changes. It is a comfort: where it cannot be read, there is none. */
export function useRecent(client: HostClient, round: unknown): Recent {
  const [recent, setRecent] = useState(none);
  useEffect(() => {
    let isCurrent = true;
    client.call('library.recent', {}).then(
      (found) => isCurrent && setRecent(found),
      () => isCurrent && setRecent(none),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, round]);
  return recent;
}
