import { homedir } from 'node:os';
import { writeCrashLog } from '../host/crash-log.ts';
import { stateFolder } from '../host/state-folder.ts';
import { say } from './output.ts';
import { programVersion } from './program.ts';

/** Writes down an error that nobody foresaw, and says where. */
export async function tellOfCrash(error: unknown): Promise<void> {
  const { env, platform, argv } = process;
  const args = argv.slice(2);
  const folder = stateFolder({ env, platform, home: homedir() });
  const log = writeCrashLog(folder, { during: 'running a command', error, version: programVersion(), args });
  if (log !== null) say(`It is written down in ${log}`);
}
