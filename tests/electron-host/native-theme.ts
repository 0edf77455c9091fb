import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';

type Source = NativeTheme['themeSource'];

class HostTheme
  extends EventEmitter
  implements Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>
{
  #source: Source = 'system';
  readonly shouldUseHighContrastColors = false;

  get themeSource(): Source {
    return this.#source;
  }

  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source)) throw new TypeError(`Invalid theme source: ${source}`);
    const before = this.shouldUseDarkColors;
    this.#source = source;
    if (this.shouldUseDarkColors !== before) this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'system' ? process.env['ELECTRON_HOST_DARK'] === '1' : this.#source === 'dark';
  }
}

/** The module `nativeTheme`; the system itself is light. */
export const nativeTheme = new HostTheme();
// Each window listens.
nativeTheme.setMaxListeners(0);
