import type { ReactElement } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import { KeyHint } from '../key-hint.tsx';
import { slideCommands } from '../slide-commands.ts';
import type { SlideItem } from '../slide-items.ts';
import { useDeck } from '../use-session.ts';
import { useRunSlideCommand } from '../use-slide-commands.ts';

/** What can be done with the selected slides. Commands that do not apply now are dimmed. */
export function SlideMenu({ items }: { readonly items: readonly SlideItem[] }): ReactElement {
  const snapshot = useDeck((deck) => deck);
  const run = useRunSlideCommand(items);
  return (
    <Popover className="ui-popover" placement="right top">
      <Menu className="ui-menu" aria-label="Slide actions">
        {slideCommands.map((command) => (
          <MenuItem
            key={command.id}
            id={command.id}
            className="ui-menu-item"
            isDisabled={command.command(snapshot, items) === null}
            onAction={() => run(command)}
          >
            <span>{command.label(snapshot)}</span>
            <KeyHint keys={command.keys[0] ?? ''} />
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
