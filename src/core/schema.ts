import { z } from 'zod';

// Our pages forbid making code of strings. Zod would probe for it, and the browser would report the probe.
z.config({ jitless: true });

/** Zod, set up to run in our pages. */
export { z };
