import type { ReactElement } from 'react';
import { Menu, MenuItem, Separator } from 'react-aria-components';
import type { commandTable } from '../../../contract/commands.ts';
import { KeyHint } from '../key-hint.tsx';
import { PointPopover, type WindowPoint } from '../point-popover.tsx';
import { useCommandRegistry } from './use-commands.ts';

interface CommandsProps {
  readonly label: string;
  readonly commands: readonly (typeof commandTable)[number][];
  readonly onClose: () => void;
}

interface CommandMenuProps extends CommandsProps {
  /** Where in the window it opens; `null` while it is closed. */
  readonly at: WindowPoint | null;
}

/** Commands where the pointer is. Those that do not apply now are dimmed. */
export function CommandMenu({ at, ...props }: CommandMenuProps): ReactElement {
  return (
    <PointPopover at={at} onClose={props.onClose}>
      <Commands {...props} />
    </PointPopover>
  );
}

/** A component of its own, so that a closed menu asks no command whether it applies. */
function Commands({ label, commands, onClose }: CommandsProps): ReactElement {
  const registry = useCommandRegistry();
  return (
    <Menu
      className="ui-menu"
      aria-label={label}
      autoFocus="first"
      onClose={onClose}
      onAction={(key) => commands.forEach(({ id }) => id === key && registry.run(id))}
    >
      {commands.flatMap(({ id, keys, ...command }, i) => [
        ...('group' in command && i > 0 ? [<Separator key={`before ${id}`} className="ui-menu-line" />] : []),
        <MenuItem key={id} id={id} className="ui-menu-item" isDisabled={!registry.canRun(id)}>
          <span>{registry.label(id)}</span>
          <KeyHint keys={keys[0] ?? ''} />
        </MenuItem>,
      ])}
    </Menu>
  );
}
