import { useCallback, useEffect, useRef, useState } from 'react';
import type { HostClient } from '../../../contract/client.ts';
import type { FolderListing } from '../../../contract/schemas/library.ts';
import { asFailure, type Failure } from '../../../core/failure.ts';

export interface FolderState {
  /** The folder shown; `null` until the first one was read. */
  readonly listing: FolderListing | null;
  /** Why the folder that was asked for last cannot be shown. */
  readonly failure: Failure | null;
  /** The folder that was shown before this one. */
  readonly from: string | null;
}

/** A folder to look into, at first `start` or the library's own; and how to go to another one. */
export function useFolder(
  client: HostClient,
  start: string | null,
): readonly [FolderState, (folder: string | null) => void] {
  const [state, setState] = useState<FolderState>({ listing: null, failure: null, from: null });
  const latest = useRef(0);
  const goTo = useCallback(
    (folder: string | null): void => {
      const call = ++latest.current;
      client.call('folder.list', { folder }).then(
        (listing) => {
          if (call !== latest.current) return;
          setState((before) => ({ listing, failure: null, from: before.listing?.folder ?? null }));
        },
        (error: unknown) => {
          if (call === latest.current) setState((before) => ({ ...before, failure: asFailure(error) }));
        },
      );
    },
    [client],
  );
  useEffect(() => {
    const calls = latest;
    goTo(start);
    return () => {
      calls.current++;
    };
  }, [goTo, start]);
  return [state, goTo];
}
