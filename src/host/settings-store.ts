import { join } from 'node:path';
import { defaultDrawingTools } from '../contract/drawing-tools.ts';
import { settings as schema, type Settings } from '../contract/schemas/program.ts';
import { createStateFile } from './state-file.ts';

export const defaultSettings: Settings = {
  theme: 'system',
  autosave: true,
  spellcheck: true,
  speechRate: 130,
  sorterWidth: 236,
  author: '',
  exportPresets: [],
  drawing: defaultDrawingTools,
};

/** What the user chose about the program itself. */
export interface SettingsStore {
  read(): Promise<Settings>;
  /** Changes the settings that are given. Throws a Failure if they cannot be kept. */
  write(changed: { readonly [K in keyof Settings]?: Settings[K] | undefined }): Promise<Settings>;
  /** Calls `listener` with the settings whenever some were written, until the returned function is called. */
  subscribe(listener: (settings: Settings) => void): () => void;
}

/** @param folder The state folder. */
export function createSettingsStore(folder: string): SettingsStore {
  const file = createStateFile(join(folder, 'settings.json'), (json) => parseSettings(json), defaultSettings);
  const listeners = new Set<(settings: Settings) => void>();
  return {
    read: file.read,
    async write(changed) {
      const settings = await file.update((now) => parseSettings({ ...now, ...changed }, now));
      listeners.forEach((listener) => listener(settings));
      return settings;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Each setting for itself, so that one which another version of the program wrote costs only itself. */
function parseSettings(json: unknown, otherwise = defaultSettings): Settings {
  if (typeof json !== 'object' || json === null) throw new TypeError('The settings are no object.');
  const valid = Object.entries(json).filter(
    ([name, value]) =>
      Object.hasOwn(schema.shape, name) && schema.shape[name as keyof Settings].safeParse(value).success,
  );
  return schema.parse({ ...otherwise, ...Object.fromEntries(valid) });
}
