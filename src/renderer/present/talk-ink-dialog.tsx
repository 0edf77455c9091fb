import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { removeLayer } from '../../core/annotations/commands/layers.ts';
import type { Layer } from '../../core/annotations/layer.ts';
import { useSay } from '../workspace/announcer.tsx';
import { DialogBox } from '../workspace/dialog.tsx';
import { useSession } from '../workspace/use-session.ts';
import { drawnOn } from './talk-layer.ts';

interface TalkInkDialogProps {
  /** The layer of the talk that has ended. */
  readonly layer: Layer;
  readonly onClose: () => void;
}

/** Asks what becomes of what was drawn in a talk. Until somebody says so, it is kept. */
export function TalkInkDialog({ layer, onClose }: TalkInkDialogProps): ReactElement {
  const session = useSession();
  const say = useSay();
  const count = drawnOn(session.state, layer);
  const keep = (): void => {
    say(`Kept, on the layer “${layer.name}”`);
    onClose();
  };
  const throwAway = (): void => {
    if (session.run((state) => removeLayer(state, layer.id))) say('Thrown away; Ctrl+Z brings it back');
    onClose();
  };
  return (
    <DialogBox title="Keep what was drawn?" isOpen onClose={keep}>
      <div className="ui-outcome">
        <p className="ui-outcome-text">
          {count === 1
            ? 'One drawing was made while presenting. Kept, it stays with its slide on a layer of its own'
            : `${count.toLocaleString('en')} drawings were made while presenting. Kept, they stay with their slides on a layer of their own`}
          , “{layer.name}”, which can be hidden.
        </p>
        <div className="ui-dialog-foot">
          <Button className="ui-button ui-button-quiet-edge" onPress={throwAway}>
            Throw away
          </Button>
          <Button className="ui-button ui-button-primary" autoFocus onPress={keep}>
            Keep
          </Button>
        </div>
      </div>
    </DialogBox>
  );
}
