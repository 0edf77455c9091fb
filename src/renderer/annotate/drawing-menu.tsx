import type { ReactElement } from 'react';
import { commandTable } from '../../contract/commands.ts';
import type { Point } from '../../core/annotations/drawing/geometry.ts';
import { CommandMenu } from '../workspace/commands/command-menu.tsx';

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

/** What can be done with the selected drawings. */
export function DrawingMenu(props: DrawingMenuProps): ReactElement {
  return <CommandMenu {...props} label="Drawing actions" commands={commands} />;
}
