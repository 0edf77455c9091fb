import { ArrowLeft, FileDown, Pencil, Play, Redo2, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { deckTitle } from '../../core/deck/summary.ts';
import { historyDepth } from './deck-session.ts';
import { HintedButton } from './hinted-button.tsx';
import { SaveIndicator } from './save-indicator.tsx';
import type { SaveState } from './saving/save-state.ts';
import { useDeck, useSession } from './use-session.ts';

interface HeaderProps {
  readonly name: string;
  readonly path: string;
  readonly save: SaveState;
  readonly drawing: boolean;
  /** Why no ink can be drawn; `null` where it can. */
  readonly noInk: string | null;
  readonly onDraw: (drawing: boolean) => void;
  readonly onExport: () => void;
  readonly onPresent: () => void;
  readonly onLeave: () => void;
}

/** The deck's name and standing, and what can be done with it as a whole. */
export function Header({
  name,
  path,
  save,
  drawing,
  noInk,
  onDraw,
  onExport,
  onPresent,
  onLeave,
}: HeaderProps): ReactElement {
  const session = useSession();
  const title = useDeck(({ state }) => deckTitle(state)) || name;
  const canUndo = useDeck(({ state }) => historyDepth(state).undo);
  const canRedo = useDeck(({ state }) => historyDepth(state).redo);
  return (
    <header className="ui-header">
      <HintedButton label="Back to all decks" onPress={onLeave}>
        <ArrowLeft aria-hidden />
      </HintedButton>
      <h1 className="ui-header-title" title={path}>
        {title}
      </h1>
      <SaveIndicator state={save} />
      <span className="ui-header-space" />
      <HintedButton label="Undo" keys="Mod+Z" isDisabled={!canUndo} onPress={session.undo}>
        <Undo2 aria-hidden />
      </HintedButton>
      <HintedButton label="Redo" keys="Mod+Shift+Z" isDisabled={!canRedo} onPress={session.redo}>
        <Redo2 aria-hidden />
      </HintedButton>
      <span className="ui-header-rule" />
      <ToggleButton className="ui-button" isSelected={drawing} isDisabled={noInk !== null} onChange={onDraw}>
        <Pencil aria-hidden /> <span className="ui-header-word">Annotate</span>
      </ToggleButton>
      <Button className="ui-button" onPress={onExport}>
        <FileDown aria-hidden /> <span className="ui-header-word">Export</span>
      </Button>
      <HintedButton
        label="Present from the start"
        keys="F5"
        className="ui-button ui-button-primary"
        onPress={onPresent}
      >
        <Play aria-hidden /> Present
      </HintedButton>
    </header>
  );
}
