import { type ReactElement, useState } from 'react';
import { useCommands } from '../workspace/commands/use-commands.ts';
import { AnnotateBar } from './annotate-bar.tsx';
import type { DrawingDesk } from './drawing-desk.ts';
import { LayersPanel } from './layers-panel.tsx';
import { useAnnotateCommands } from './use-annotate-commands.ts';
import type { DrawingTransfer } from './use-drawing-transfer.ts';

interface AnnotateToolsProps {
  readonly desk: DrawingDesk;
  readonly transfer: DrawingTransfer;
  readonly author: string;
  readonly onEnd: () => void;
}

/** What stands around a slide that is drawn on: the tools above it, the layers beside them; and every command for it. */
export function AnnotateTools({ desk, transfer, author, onEnd }: AnnotateToolsProps): ReactElement {
  const [hasLayers, setHasLayers] = useState(false);
  useAnnotateCommands(desk, transfer);
  useCommands({ 'annotate.layers': { run: () => setHasLayers(!hasLayers), isOn: () => hasLayers } });
  return (
    <>
      <AnnotateBar desk={desk} hasLayers={hasLayers} onLayers={setHasLayers} onEnd={onEnd} />
      {hasLayers && <LayersPanel desk={desk} author={author} onClose={() => setHasLayers(false)} />}
    </>
  );
}
