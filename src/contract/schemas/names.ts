import { z } from 'zod';

/** An opaque name that the host gave a deck. The renderer never sends a path. */
export const deckId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** SHA-256 of a file's bytes, in hex. */
export const revision = z.string().regex(/^[0-9a-f]{64}$/);

/** The text of a deck is refused above 64 MiB, as its file is. */
export const deckText = z.string().max(64 * 1024 * 1024);

/** An opaque name that the host gave a folder. */
export const folderId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** A name that a page gives one of its exports, to hear of it and to stop it. */
export const jobId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
