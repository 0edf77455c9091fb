import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';

type Source = NativeTheme['themeSource'];

class HostTheme
  extends EventEmitter
  implements Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>
{
  #source: Source = 'system';
  #systemIsDark = process.env['ELECTRON_HOST_DARK'] === '1';
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
    return this.#source === 'system' ? this.#systemIsDark : this.#source === 'dark';
  }

  /** The user makes the whole system dark or light. */
  makeSystemDark(dark: boolean): void {
    const before = this.shouldUseDarkColors;
    this.#systemIsDark = dark;
    if (this.shouldUseDarkColors !== before) this.emit('updated');
  }
}

/** The module `nativeTheme`; the system itself is light. */
export const nativeTheme = new HostTheme();
// Each window listens.
nativeTheme.setMaxListeners(0);
