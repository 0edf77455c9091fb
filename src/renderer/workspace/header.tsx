import { ArrowLeft, FileDown, ListChecks, Play, Redo2, Search, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type CommandId, commandInfo } from '../../contract/commands.ts';
import { deckTitle } from '../../core/deck/summary.ts';
import { MainMenu } from './commands/main-menu.tsx';
import { useCommandRegistry } from './commands/use-commands.ts';
import { historyDepth } from './deck-session.ts';
import { HintedButton } from './hinted-button.tsx';
import { redoWords, undoWords } from './history/history-steps.ts';
import { KeyHint } from './key-hint.tsx';
import { useCheckCount } from './panels/use-checks.tsx';
import { SaveIndicator } from './save-indicator.tsx';
import type { SaveState } from './saving/save-state.ts';
import { useDeck } from './use-session.ts';

/** What one does with a deck: write it, put it in order, draw on it. */
export type WorkspaceView = 'edit' | 'sort' | 'annotate';

interface HeaderProps {
  readonly name: string;
  readonly path: string;
  readonly save: SaveState;
  readonly view: WorkspaceView;
  /** Why no ink can be drawn; `null` where it can. */
  readonly noInk: string | null;
  readonly onView: (view: WorkspaceView) => void;
}

const views: readonly { readonly id: WorkspaceView; readonly command: CommandId }[] = [
  { id: 'edit', command: 'view.edit' },
  { id: 'sort', command: 'view.sort' },
  { id: 'annotate', command: 'view.annotate' },
];

/** The deck's name and standing, and what can be done with it as a whole. */
export function Header({ name, path, save, view, noInk, onView }: HeaderProps): ReactElement {
  const registry = useCommandRegistry();
  const title = useDeck(({ state }) => deckTitle(state)) || name;
  const canUndo = useDeck(({ state }) => historyDepth(state).undo);
  const canRedo = useDeck(({ state }) => historyDepth(state).redo);
  const undo = useDeck(({ state }) => undoWords(state));
  const redo = useDeck(({ state }) => redoWords(state));
  const checks = useCheckCount();
  const run = (id: CommandId) => (): void => void registry.run(id);
  return (
    <header className="ui-header">
      <div className="ui-header-deck">
        <MainMenu />
        <HintedButton label="Back to all decks" keys="Mod+O" onPress={run('file.library')}>
          <ArrowLeft aria-hidden />
        </HintedButton>
        <h1 className="ui-header-title" title={path} dir="auto">
          {title}
        </h1>
        <SaveIndicator state={save} />
      </div>
      <ToggleButtonGroup
        className="ui-views"
        aria-label="View"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={([key]) => views.forEach(({ id }) => id === key && onView(id))}
      >
        {views.map(({ id, command }) => (
          <ToggleButton key={id} id={id} className="ui-view" isDisabled={id === 'annotate' && noInk !== null}>
            {commandInfo(command).label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className="ui-header-tools">
        <HintedButton label={undo} keys="Mod+Z" isDisabled={!canUndo} onPress={run('edit.undo')}>
          <Undo2 aria-hidden />
        </HintedButton>
        <HintedButton label={redo} keys="Mod+Shift+Z" isDisabled={!canRedo} onPress={run('edit.redo')}>
          <Redo2 aria-hidden />
        </HintedButton>
        <span className="ui-header-rule" />
        <Button className="ui-button ui-header-palette" onPress={run('help.palette')}>
          <Search aria-hidden /> <span className="ui-visually-hidden">All commands</span>
          <span className="ui-header-word">
            <KeyHint keys="Mod+K" />
          </span>
        </Button>
        <Button className="ui-button" onPress={run('view.checks')}>
          <ListChecks aria-hidden /> <span className="ui-header-word">Check</span>
          {checks > 0 && <span className="ui-tab-count">{checks > 999 ? '999+' : checks}</span>}
        </Button>
        <Button className="ui-button" onPress={run('file.export')}>
          <FileDown aria-hidden /> <span className="ui-header-word">Export</span>
        </Button>
        <HintedButton
          label="Present from the start"
          keys="F5"
          className="ui-button ui-button-primary"
          onPress={run('present.start')}
        >
          <Play aria-hidden /> Present
        </HintedButton>
      </div>
    </header>
  );
}
