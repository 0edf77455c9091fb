import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ToolName } from '../../contract/drawing-tools.ts';
import type { DrawingDesk } from '../annotate/drawing-desk.ts';
import { ToolBar } from '../annotate/tool-bar.tsx';
import { HintedButton } from '../workspace/hinted-button.tsx';

/** What is quick enough in front of an audience. */
const groups: readonly (readonly ToolName[])[] = [
  ['pen', 'highlighter'],
  ['line', 'arrow', 'rectangle', 'ellipse'],
  ['eraser', 'partEraser'],
];

/** The tools while presenting: quiet at the foot of the screen. */
export function PresentBar({ desk, onEnd }: { readonly desk: DrawingDesk; readonly onEnd: () => void }): ReactElement {
  return (
    <div className="ui-present-bar">
      <ToolBar desk={desk} groups={groups} hasKeys={false}>
        <HintedButton label="Put the pen away" keys="P" onPress={onEnd}>
          <X aria-hidden />
        </HintedButton>
      </ToolBar>
    </div>
  );
}
