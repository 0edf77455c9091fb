import type { ReactElement } from 'react';
import { presentKeys } from '../present/present-keys.ts';
import { DialogBox } from './dialog.tsx';
import { KeyHint } from './key-hint.tsx';
import { slideCommands } from './slide-commands.ts';
import { useDeck } from './use-session.ts';
import { workspaceKeys } from './workspace-keys.ts';

interface KeyLine {
  readonly label: string;
  readonly keys: readonly string[];
}

const editorKeys: readonly KeyLine[] = [
  { label: 'Find and replace', keys: ['Mod+F'] },
  { label: 'Move the line', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'] },
  { label: 'Another caret at the next match', keys: ['Mod+D'] },
];

/** Every key, by where it works. */
export function KeysDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const snapshot = useDeck((deck) => deck);
  return (
    <DialogBox title="Keys" isOpen={isOpen} onClose={onClose}>
      <div className="ui-keys">
        <KeyGroup title="Everywhere" lines={workspaceKeys} />
        <KeyGroup
          title="In the list of slides"
          lines={slideCommands.map(({ label, keys }) => ({ label: label(snapshot), keys }))}
        />
        <KeyGroup title="While presenting" lines={presentKeys} />
        <KeyGroup title="In the source" lines={editorKeys} />
      </div>
    </DialogBox>
  );
}

function KeyGroup({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }): ReactElement {
  return (
    <section className="ui-keys-group">
      <h3 className="ui-keys-title">{title}</h3>
      <dl className="ui-keys-list">
        {lines.map(({ label, keys }) => (
          <div key={label} className="ui-keys-line">
            <dt>{label}</dt>
            <dd>
              {keys.map((combination) => (
                <KeyHint key={combination} keys={combination} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
