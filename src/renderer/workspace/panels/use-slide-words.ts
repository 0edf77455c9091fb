import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { runWhenIdle } from '../idle.ts';
import { type SlideWords, slideWords, slideWordsInSteps } from './speech.ts';

/** Characters of a slide up to which its words are counted in one go. */
const atOnce = 100_000;

/** The words of a slide's body; `null` while those of a very long one are being counted, in the time that is left over. */
export function useSlideWords(body: string, notesSeparator: string | undefined): SlideWords | null {
  // Counting the words of a long slide takes a moment: typing goes before.
  const deferred = useDeferredValue(body);
  const words = useMemo(
    () => (deferred.length <= atOnce ? slideWords(deferred, notesSeparator) : null),
    [deferred, notesSeparator],
  );
  const [long, setLong] = useState<{ readonly body: string; readonly words: SlideWords } | null>(null);
  useEffect(() => {
    if (deferred.length <= atOnce) return undefined;
    return runWhenIdle(slideWordsInSteps(deferred, notesSeparator), (counted) =>
      setLong({ body: deferred, words: counted }),
    );
  }, [deferred, notesSeparator]);
  return words ?? (long?.body === deferred ? long.words : null);
}
