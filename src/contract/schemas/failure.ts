import { z } from 'zod';

export const failure = z.object({
  code: z.string(),
  message: z.string(),
  place: z.object({ file: z.string(), line: z.number(), column: z.number() }).partial().optional(),
  wayOut: z.string(),
});

export const diagnostic = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  message: z.string(),
  slide: z.number().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
});
