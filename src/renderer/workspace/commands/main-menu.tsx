import { Menu as MenuIcon } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator, SubmenuTrigger } from 'react-aria-components';
import { type MenuName, menuNames } from '../../../contract/commands.ts';
import { KeyHint } from '../key-hint.tsx';
import type { ReadyCommand } from './command-registry.ts';
import { useCommandRegistry } from './use-commands.ts';

/** Every command that applies now, by the menus that the desktop's own menu bar has. */
export function MainMenu(): ReactElement {
  const registry = useCommandRegistry();
  const [ready, setReady] = useState<readonly ReadyCommand[]>([]);
  return (
    <MenuTrigger onOpenChange={(open) => open && setReady(registry.ready())}>
      <Button className="ui-button ui-button-icon" aria-label="Menu">
        <MenuIcon aria-hidden />
      </Button>
      <Popover className="ui-popover" placement="bottom start">
        <Menu className="ui-menu" aria-label="Menu">
          {menuNames
            .filter((name) => ready.some(({ info }) => info.menu === name))
            .map((name) => (
              <SubmenuTrigger key={name}>
                <MenuItem id={name} className="ui-menu-item ui-menu-branch">
                  {name}
                </MenuItem>
                <Popover className="ui-popover">
                  <CommandMenu name={name} ready={ready} />
                </Popover>
              </SubmenuTrigger>
            ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface CommandMenuProps {
  readonly name: MenuName;
  readonly ready: readonly ReadyCommand[];
}

function CommandMenu({ name, ready }: CommandMenuProps): ReactElement {
  const registry = useCommandRegistry();
  const commands = ready.filter(({ info }) => info.menu === name);
  return (
    <Menu
      className="ui-menu"
      aria-label={name}
      onAction={(key) => commands.forEach(({ id }) => id === key && registry.run(id))}
    >
      {commands.flatMap((command, i) => [
        ...(command.info.group === true && i > 0
          ? [<Separator key={`before ${command.id}`} className="ui-menu-line" />]
          : []),
        <MenuItem key={command.id} id={command.id} textValue={command.label} className="ui-menu-item">
          <span>
            {command.label}
            {command.isOn === true && <span className="ui-menu-on"> ✓</span>}
            {command.isOn === true && <span className="ui-visually-hidden">, on</span>}
          </span>
          {command.info.keys[0] !== undefined && <KeyHint keys={command.info.keys[0]} />}
        </MenuItem>,
      ])}
    </Menu>
  );
}
