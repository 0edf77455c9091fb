import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type BundleOptions, bundledChromium } from './chromium-bundle.ts';

/** A browser to try. */
export interface ChromiumBinary {
  /** What to call it in a message. */
  readonly name: string;
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A browser that could not even be tried, and why. */
export interface MissingChromium {
  readonly name: string;
  readonly problem: string;
}

/** Headless shells: the browser without its window code. They start in a fifth of the time of a whole one. */
const shells = ['chrome-headless-shell', 'chromium-headless-shell'];

const browsers = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/**
 * The browsers that can print here, best first: the one that `LECTERN_CHROMIUM` names (then no other), an installed
 * headless shell, the bundled one, an installed Chrome, Chromium or Edge. Measured on Debian 12, from start to a one-page
 * PDF: headless shell 0.11 s, whole Chromium 0.46 s. Nothing is looked for, or unpacked, before it is asked for.
 */
export async function* findChromium(options: BundleOptions = {}): AsyncGenerator<ChromiumBinary | MissingChromium> {
  const chosen = process.env['LECTERN_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') {
    if (await isProgram(chosen)) yield installed(chosen);
    else yield { name: chosen, problem: 'LECTERN_CHROMIUM names it, but it is not a program that can be run.' };
    return;
  }
  yield* onPath(shells);
  try {
    const bundled = await bundledChromium(options);
    if (bundled !== null) yield { name: 'the bundled headless Chromium', ...bundled };
  } catch (error) {
    yield { name: 'the bundled headless Chromium', problem: `it could not be unpacked: ${String(error)}` };
  }
  yield* onPath(browsers);
  for (const path of usualPlaces()) if (await isProgram(path)) yield installed(path);
}

async function* onPath(names: readonly string[]): AsyncGenerator<ChromiumBinary> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
      if (await isProgram(path)) yield installed(path);
    }
  }
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/Applications', join(homedir(), 'Applications')].map(
        (folder) => `${folder}/${name}.app/Contents/MacOS/${name}`,
      ),
    );
  }
  if (process.platform !== 'win32') return [];
  const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .map((name) => process.env[name] ?? '')
    .filter(Boolean);
  const programs = [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ];
  return programs.flatMap((program) => roots.map((root) => join(root, program)));
}

function installed(path: string): ChromiumBinary {
  return { name: path, path, env: {} };
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
