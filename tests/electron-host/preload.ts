import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { Script } from 'node:vm';
import type { WebPreferences } from 'electron';
import { cloneCodec } from './page/clone.ts';
import { pagePowers } from './page/page-powers.ts';
import { type PreloadWorld, preloadWorld } from './page/preload-world.ts';
import { worldBridge } from './page/world-bridge.ts';

/** The scripts that the engine runs in every document of a page before the document's own. */
export interface PageScripts {
  /** For the page's own world. */
  readonly page: string;
  /** For the preload script's world; `null` where there is no preload script. */
  readonly preload: string | null;
  /** Why the preload script cannot be run at all, if it cannot. */
  readonly problem: Error | null;
  /** Names that the engine binds: what pages send to the main process with. */
  readonly powersUp: string;
  readonly powersDown: string;
  readonly up: string;
  readonly down: string;
}

/** The world of preload scripts, by the engine's name for it. */
export const preloadWorldName = 'Electron Isolated Context';

/** Electron's main frames alone have preload scripts, unless a page asks for more. */
const inMainFrame = (code: string): string => `if (window === window.top) { ${code} }`;

/** Makes the scripts of one page from what its window was made with. */
export function pageScripts(preferences: WebPreferences): PageScripts {
  const [powersUp, powersDown, up, down, toPage, fromPage] = Array.from(
    { length: 6 },
    () => `host${randomUUID().replaceAll('-', '')}`,
  ) as [string, string, string, string, string, string];
  const powers = `(${pagePowers})(${JSON.stringify(powersUp)}, ${JSON.stringify(powersDown)});`;
  const names = { powersUp, powersDown, up, down };
  const path = preferences.preload;
  if (path === undefined) return { page: powers, preload: null, problem: null, ...names };
  const world: PreloadWorld = {
    up,
    down,
    toPage,
    fromPage,
    argv: [process.execPath, ...(preferences.additionalArguments ?? [])],
    env: {},
    platform: process.platform,
    versions: { electron: process.versions['electron'] ?? '', chrome: process.versions['chrome'] ?? '' },
  };
  const { source, problem } = readPreload(path, preferences);
  return {
    page: inMainFrame(`${powers} (${worldBridge})(${JSON.stringify(fromPage)}, ${JSON.stringify(toPage)});`),
    preload: inMainFrame(`
      const world = ${JSON.stringify(world)};
      const made = (${preloadWorld})(world, (${cloneCodec})(), (${worldBridge})(world.toPage, world.fromPage));
      try {
        ${problem === null ? `(function (require, process, module, exports) {\n${source}\n})(made.require, made.process, { exports: {} }, {});` : `throw Object.assign(new Error(${JSON.stringify(problem.message)}), { stack: ${JSON.stringify(problem.stack ?? '')} });`}
      } catch (error) {
        made.fail(error);
      }
    `),
    problem,
    ...names,
  };
}

/** Reads a preload script and judges it by the rules of the sandbox: one file, plain CommonJS. */
function readPreload(
  path: string,
  { sandbox }: WebPreferences,
): { readonly source: string; readonly problem: Error | null } {
  try {
    if (sandbox === false) throw new Error('The stand-in plays sandboxed preload scripts only.');
    const source = readFileSync(path, 'utf8');
    // An import or export is a syntax error in a script.
    new Script(`(function (require, process, module, exports) {\n${source}\n})`, { filename: path });
    return { source, problem: null };
  } catch (error) {
    return { source: '', problem: error instanceof Error ? error : new Error(String(error)) };
  }
}
