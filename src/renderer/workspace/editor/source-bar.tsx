import { ChevronsDownUp, ChevronsUpDown, ImagePlus, Search, Table2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { HintedButton } from '../hinted-button.tsx';
import { useDeck, useSession } from '../use-session.ts';
import { useEditorActions } from './use-editor-actions.tsx';
import { isSlideOnly } from './slide-only.ts';
import { hasFoldedSlides } from './slide-folds.ts';

/** Over the source: how much of it is shown, and what can be put into it. */
export function SourceBar(): ReactElement {
  const session = useSession();
  const only = useDeck(({ state }) => isSlideOnly(state));
  const folded = useDeck(({ state }) => hasFoldedSlides(state));
  const { actions, input } = useEditorActions(session);
  return (
    <div className="ui-panel-bar" role="toolbar" aria-label="Source">
      <ToggleButtonGroup
        aria-label="What the source shows"
        className="ui-switch"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[only ? 'slide' : 'deck']}
        onSelectionChange={(keys) => actions.showSlideOnly(keys.has('slide'))}
      >
        <ToggleButton id="deck" className="ui-switch-part">
          Whole deck
        </ToggleButton>
        <ToggleButton id="slide" className="ui-switch-part">
          This slide
        </ToggleButton>
      </ToggleButtonGroup>
      <span className="ui-source-tools">
        {!only && (
          <HintedButton
            label={folded ? 'Unfold all slides' : 'Fold all slides'}
            onPress={folded ? actions.unfoldAll : actions.foldAll}
          >
            {folded ? <ChevronsUpDown aria-hidden /> : <ChevronsDownUp aria-hidden />}
          </HintedButton>
        )}
        <HintedButton label="Insert table" onPress={actions.table}>
          <Table2 aria-hidden />
        </HintedButton>
        <HintedButton label="Insert picture" onPress={actions.image}>
          <ImagePlus aria-hidden />
        </HintedButton>
        <HintedButton label="Find and replace" keys="Mod+F" onPress={actions.find}>
          <Search aria-hidden />
        </HintedButton>
      </span>
      {input}
    </div>
  );
}
