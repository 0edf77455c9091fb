import { type VerifiedFile, verifyManifest } from '../host/export/verify-manifest.ts';
import { printJson, printText } from './output.ts';

/** `lectern verify MANIFEST`. Something that is not as it was sets the exit code, and is no failure. */
export async function verify(path: string, { json }: { readonly json?: true }): Promise<void> {
  const files = await verifyManifest(path);
  const isUnchanged = files.every(({ state }) => state === 'unchanged');
  if (json) printJson({ verified: isUnchanged, files });
  else for (const line of [...files.map(entryLine), summary(files)]) printText(line);
  if (!isUnchanged) process.exitCode = 1;
}

const words = { unchanged: 'ok', changed: 'CHANGED', missing: 'MISSING' } as const;

function entryLine({ path, role, state }: VerifiedFile): string {
  // A manifest may come from anybody: what would steer the terminal must not get there.
  return `${words[state].padEnd(8)} ${path.replace(/\p{Cc}/gu, ' ')} (${role})`;
}

function summary(files: readonly VerifiedFile[]): string {
  const wrong = files.filter(({ state }) => state !== 'unchanged').length;
  const count = `${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  return wrong === 0 ? `${count} as they were.` : `${wrong} of ${count} not as they were.`;
}
