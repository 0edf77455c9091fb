import { useEffect, useState } from 'react';

/** How long something may take before it is worth saying that it is under way, in ms. */
const patience = 150;

/** Whether `waiting` has been so for a while: what is done at once must not flash. */
export function useDelay(waiting: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setLong(true), patience);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [waiting]);
  return waiting && isLong;
}
