import type { ReactElement } from 'react';
import { commandTable } from '../../../contract/commands.ts';
import { CommandMenu } from '../commands/command-menu.tsx';
import type { WindowPoint } from '../point-popover.tsx';

/** Commands that are about going through slides, not about those that are selected. */
const elsewhere: readonly string[] = ['slide.selectAll', 'slide.previous', 'slide.next', 'slide.filter'];
const commands = commandTable.filter(({ id, menu }) => menu === 'Slide' && !elsewhere.includes(id));

interface SlideMenuProps {
  /** Where in the window it opens; `null` while it is closed. */
  readonly at: WindowPoint | null;
  readonly onClose: () => void;
}

/** What can be done with the selected slides. */
export function SlideMenu(props: SlideMenuProps): ReactElement {
  return <CommandMenu {...props} label="Slide actions" commands={commands} />;
}
