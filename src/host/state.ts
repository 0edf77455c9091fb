import { createExportMemory, type ExportMemory } from './export-memory.ts';
import { createJournals, type Journals } from './journal.ts';
import { createRecentStore, type RecentStore } from './recent-store.ts';
import { createSettingsStore, type SettingsStore } from './settings-store.ts';

/** What the program remembers from one start to the next: one for all hosts of a process. */
export interface State {
  readonly settings: SettingsStore;
  readonly recent: RecentStore;
  readonly journals: Journals;
  readonly exports: ExportMemory;
}

/** @param folder The state folder; it is made when there is something to keep. */
export function createState(folder: string): State {
  return {
    settings: createSettingsStore(folder),
    recent: createRecentStore(folder),
    journals: createJournals(folder),
    exports: createExportMemory(folder),
  };
}
