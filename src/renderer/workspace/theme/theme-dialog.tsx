import { type ReactElement, useState } from 'react';
import type { DeckLook } from '../../slide/deck-look.ts';
import { useCommands } from '../commands/use-commands.ts';
import { DialogBox } from '../dialog.tsx';
import { ThemePicker } from './theme-picker.tsx';

interface ThemeDialogProps {
  readonly look: DeckLook;
  readonly assets: string;
}

/** The dialog to choose the deck's theme in, behind its command. */
export function ThemeDialog({ look, assets }: ThemeDialogProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  useCommands({ 'view.theme': { run: () => setOpen(true) } });
  return (
    <DialogBox title="Deck theme" isOpen={isOpen} onClose={() => setOpen(false)}>
      <ThemePicker look={look} assets={assets} />
    </DialogBox>
  );
}
