import { Layers, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { ToggleButton } from 'react-aria-components';
import { commandInfo } from '../../contract/commands.ts';
import type { ToolName } from '../../contract/drawing-tools.ts';
import { HintedButton } from '../workspace/hinted-button.tsx';
import type { DrawingDesk } from './drawing-desk.ts';
import { Hinted, ToolBar } from './tool-bar.tsx';

const groups: readonly (readonly ToolName[])[] = [
  ['select'],
  ['pen', 'highlighter'],
  ['line', 'arrow', 'rectangle', 'ellipse', 'text'],
  ['eraser', 'partEraser'],
];

interface AnnotateBarProps {
  readonly desk: DrawingDesk;
  readonly hasLayers: boolean;
  readonly onLayers: (shown: boolean) => void;
  readonly onEnd: () => void;
}

/** The tools over the stage. */
export function AnnotateBar({ desk, hasLayers, onLayers, onEnd }: AnnotateBarProps): ReactElement {
  return (
    <ToolBar desk={desk} groups={groups} hasKeys>
      <Hinted label="Layers" keys={commandInfo('annotate.layers').keys[0]}>
        <ToggleButton
          className="ui-button ui-button-icon"
          aria-label="Layers"
          isSelected={hasLayers}
          onChange={onLayers}
        >
          <Layers aria-hidden />
        </ToggleButton>
      </Hinted>
      <HintedButton label="Stop annotating" keys="Escape" onPress={onEnd}>
        <X aria-hidden />
      </HintedButton>
    </ToolBar>
  );
}
