import { type ReactElement, useRef } from 'react';
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components';
import { commandTable } from '../../../contract/commands.ts';
import { useCommandRegistry } from '../commands/use-commands.ts';
import { KeyHint } from '../key-hint.tsx';

/** Commands that are about going through slides, not about those that are selected. */
const elsewhere: readonly string[] = ['slide.selectAll', 'slide.previous', 'slide.next', 'slide.filter'];
const commands = commandTable.filter(({ id, menu }) => menu === 'Slide' && !elsewhere.includes(id));

interface SlideMenuProps {
  /** Where in the window it opens; `null` while it is closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly onClose: () => void;
}

/** What can be done with the selected slides. Commands that do not apply now are dimmed. */
export function SlideMenu({ at, onClose }: SlideMenuProps): ReactElement {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="ui-menu-anchor" style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} />
      <Popover
        className="ui-popover"
        placement="bottom start"
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(open) => !open && onClose()}
      >
        <Commands onClose={onClose} />
      </Popover>
    </>
  );
}

/** A component of its own, so that a closed menu asks no command whether it applies. */
function Commands({ onClose }: { readonly onClose: () => void }): ReactElement {
  const registry = useCommandRegistry();
  return (
    <Menu
      className="ui-menu"
      aria-label="Slide actions"
      autoFocus="first"
      onClose={onClose}
      onAction={(key) => commands.forEach(({ id }) => id === key && registry.run(id))}
    >
      {commands.flatMap(({ id, keys, ...command }) => [
        ...('group' in command ? [<Separator key={`before ${id}`} className="ui-menu-line" />] : []),
        <MenuItem key={id} id={id} className="ui-menu-item" isDisabled={!registry.canRun(id)}>
          <span>{registry.label(id)}</span>
          <KeyHint keys={keys[0] ?? ''} />
        </MenuItem>,
      ])}
    </Menu>
  );
}
