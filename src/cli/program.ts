import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of Lectern’s `package.json`: above this module, whether it runs as source or as built. */
export const programFolder = findProgram(import.meta.dirname);

/** The folder of the built pages. */
export const bundle = join(programFolder, 'out', 'renderer');

/** Lectern’s version. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

function findProgram(folder: string): string {
  const above = dirname(folder);
  return existsSync(join(folder, 'package.json')) || above === folder ? folder : findProgram(above);
}
