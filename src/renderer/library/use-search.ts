import { useEffect, useState } from 'react';
import type { HostClient } from '../../contract/client.ts';
import type { SearchResult } from '../../contract/schemas/library.ts';
import { asFailure, type Failure } from '../../core/failure.ts';

/** What came of a search. */
interface Answer {
  /** What was found; `null` for nothing yet, and after a failure. */
  readonly result: SearchResult | null;
  readonly failure: Failure | null;
  /** The words that were looked for. */
  readonly words: string;
  /** When it came. */
  readonly at: Date;
}

export interface SearchState extends Answer {
  /** Whether it is the answer to other words than the present ones, which are still being looked for. */
  readonly isBusy: boolean;
}

/** Most slides that are shown. */
const limit = 200;

const none: Answer & { readonly round: number } = {
  result: null,
  failure: null,
  words: '',
  at: new Date(0),
  round: 0,
};

/** The slides with these words, looked for at every keystroke; again when the folder changes, or `round` does. */
export function useSearch(client: HostClient, words: string, round: number): SearchState {
  const [answer, setAnswer] = useState(none);
  const [changes, setChanges] = useState(0);
  useEffect(() => client.on('library.changed', () => setChanges((value) => value + 1)), [client]);
  useEffect(() => {
    let isCurrent = true;
    const answered = (result: SearchResult | null, failure: Failure | null): void => {
      if (isCurrent) setAnswer({ result, failure, words, at: new Date(), round });
    };
    if (words !== '')
      client.call('library.search', { words, limit }).then(
        (result) => answered(result, null),
        (error: unknown) => answered(null, asFailure(error)),
      );
    return () => {
      isCurrent = false;
    };
  }, [client, words, round, changes]);
  return { ...answer, isBusy: words !== '' && (answer.words !== words || answer.round !== round) };
}
