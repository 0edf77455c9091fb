import { homedir } from 'node:os';
import { app } from 'electron';
import { stateFolder } from '../host/state-folder.ts';

/** The folder of what this user's program remembers. */
export function desktopStateFolder(): string {
  const { env, platform } = process;
  return stateFolder({ env, platform, home: homedir(), appData: app.getPath('userData') });
}
