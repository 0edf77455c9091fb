import { type ReactElement, useState } from 'react';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../core/deck/slide-label.ts';
import { slideTitle } from '../../core/deck/summary.ts';
import { CommandPalette } from './commands/command-palette.tsx';
import { KeysDialog } from './commands/keys-dialog.tsx';
import type { PaletteSlide } from './commands/palette-entries.ts';
import { useCommandKeys } from './commands/command-keys.ts';
import type { CommandBinding } from './commands/command-registry.ts';
import { useCommandRegistry, useCommands } from './commands/use-commands.ts';
import type { CommandId } from '../../contract/commands.ts';
import type { DeckTab } from './open-decks.ts';

interface ProgramDialogsProps {
  /** The deck in view; `null` where the library is. */
  readonly tab: DeckTab | null;
  readonly onLibrary: () => void;
}

/** What is there wherever one is in the program: the palette, the list of keys, and the keys themselves. */
export function ProgramDialogs({ tab, onLibrary }: ProgramDialogsProps): ReactElement {
  const registry = useCommandRegistry();
  const [dialog, setDialog] = useState<'palette' | 'keys' | null>(null);
  useCommandKeys(dialog === null);
  // The library itself binds these, as soon as it is drawn.
  const inLibrary = (id: CommandId): CommandBinding => ({
    run: () => {
      onLibrary();
      requestAnimationFrame(() => registry.run(id));
    },
  });
  useCommands(
    {
      'file.new': inLibrary('file.new'),
      'file.folder': inLibrary('file.folder'),
      'file.search': inLibrary('file.search'),
    },
    tab !== null,
  );
  useCommands({
    'help.palette': { run: () => setDialog('palette') },
    'help.keys': { run: () => setDialog('keys') },
  });
  const close = (): void => setDialog(null);
  return (
    <>
      <CommandPalette
        isOpen={dialog === 'palette'}
        slides={() => (tab === null ? [] : paletteSlides(tab))}
        onSlide={(key) => tab?.session.goTo(key)}
        onClose={close}
      />
      <KeysDialog isOpen={dialog === 'keys'} onClose={close} />
    </>
  );
}

function paletteSlides({ session }: DeckTab): readonly PaletteSlide[] {
  const { state } = session;
  const index = slideIndex(state);
  return index.slides.map((slide) => ({
    key: slide.key,
    label: slideLabelOf(index, slide.key),
    title: slideTitle(state, slide),
  }));
}
