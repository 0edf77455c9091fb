import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions } from 'electron';
import { HostWindow } from './browser-window.ts';
import { assertAccelerator } from './accelerator.ts';
import { HostEvent } from './host-event.ts';
import { type Role, roles } from './menu-roles.ts';

type Template = readonly MenuItemConstructorOptions[];

/** The class `MenuItem`. Its `click` does what a user's click would: by itself, or by its role. */
export class HostMenuItem {
  readonly id: string;
  readonly role: Role | undefined;
  readonly type: NonNullable<MenuItemConstructorOptions['type']>;
  readonly accelerator: string | null;
  readonly registerAccelerator: boolean;
  readonly submenu: HostMenu | undefined;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: MenuItemConstructorOptions['click'];

  constructor(options: MenuItemConstructorOptions) {
    const { label, role, type, submenu, accelerator } = options;
    if (label === undefined && role === undefined && type === undefined)
      throw new TypeError('Invalid template for MenuItem: must have at least one of label, role or type');
    const known = role === undefined ? undefined : roles[role.toLowerCase()];
    if (role !== undefined && known === undefined) throw new Error(`The stand-in does not play the role ${role}.`);
    this.id = options.id ?? '';
    this.role = role;
    this.label = label ?? known?.label ?? '';
    const below = submenu ?? known?.submenu;
    this.submenu =
      below === undefined
        ? undefined
        : Array.isArray(below)
          ? HostMenu.buildFromTemplate(below)
          : (below as unknown as HostMenu);
    this.type = type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = accelerator ?? known?.accelerator ?? null;
    if (this.accelerator !== null) assertAccelerator(this.accelerator);
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.#click = options.click;
  }

  /** As Electron's: what is disabled does nothing, and a role comes before the item's own function. */
  click(_event: object = {}, window: HostWindow | null = HostWindow.getFocusedWindow()): void {
    if (!this.enabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    const act = this.role === undefined ? undefined : roles[this.role.toLowerCase()]?.act;
    if (act !== undefined) act(window);
    else this.#click?.(this as never, (window ?? undefined) as never, {} as never);
  }
}

let applicationMenu: HostMenu | null = null;

/** The context menu that was shown last. */
export const poppedUp: { menu: HostMenu | null } = { menu: null };

/** The class `Menu`. */
export class HostMenu extends EventEmitter {
  readonly items: HostMenuItem[] = [];

  static buildFromTemplate(template: Template): HostMenu {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array');
    const menu = new HostMenu();
    const ids = new Set<string>();
    for (const options of template as Template) {
      if (options.id !== undefined && ids.has(options.id))
        throw new Error(`Two items of a menu are called ${options.id}.`);
      if (options.id !== undefined) ids.add(options.id);
      menu.items.push(new HostMenuItem(options));
    }
    return menu;
  }

  static setApplicationMenu(menu: HostMenu | null): void {
    applicationMenu = menu;
  }

  static getApplicationMenu(): HostMenu | null {
    return applicationMenu;
  }

  /** Shows the menu: it is the one that tests find in {@link poppedUp}. */
  popup(): void {
    poppedUp.menu = this;
    this.emit('menu-will-show', new HostEvent());
  }

  getMenuItemById(id: string): HostMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found !== null && found !== undefined) return found;
    }
    return null;
  }
}
