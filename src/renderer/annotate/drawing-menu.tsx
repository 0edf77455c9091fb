import { type ReactElement, useRef } from 'react';
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components';
import { commandTable } from '../../contract/commands.ts';
import type { Point } from '../../core/annotations/drawing/geometry.ts';
import { useCommandRegistry } from '../workspace/commands/use-commands.ts';
import { KeyHint } from '../workspace/key-hint.tsx';

const ids: readonly string[] = [
  'annotate.cut',
  'annotate.copy',
  'annotate.paste',
  'annotate.duplicate',
  'annotate.selectAll',
  'annotate.front',
  'annotate.forward',
  'annotate.backward',
  'annotate.back',
  'annotate.delete',
];
const commands = commandTable.filter(({ id }) => ids.includes(id));

interface DrawingMenuProps {
  /** Where in the window it opens; `null` while it is closed. */
  readonly at: Point | null;
  readonly onClose: () => void;
}

/** What can be done with the selected drawings. Commands that do not apply now are dimmed. */
export function DrawingMenu({ at, onClose }: DrawingMenuProps): ReactElement {
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
      aria-label="Drawing actions"
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
