import { type ReactElement, useEffect, useRef } from 'react';
import { type CommandInfo, commandTable } from '../../../contract/commands.ts';
import { surfaceKeys } from '../../annotate/surface-key-list.ts';
import { presentKeys } from '../../present/present-keys.ts';
import { DialogBox } from '../dialog.tsx';
import { editorKeys } from '../editor/editor-keys.ts';
import { KeyHint } from '../key-hint.tsx';

/** A line of the list of keys. */
export interface KeyLine {
  readonly label: string;
  readonly keys: readonly string[];
}

const table: readonly CommandInfo[] = commandTable;
const linesOf = (...places: readonly CommandInfo['keysIn'][]): readonly KeyLine[] =>
  table.filter(({ keys, keysIn }) => keys.length > 0 && places.includes(keysIn));

/** Every key, by where it works. */
export function KeysDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}): ReactElement {
  return (
    <DialogBox title="Keys" className="ui-dialog-keys" isOpen={isOpen} onClose={onClose}>
      <Keys />
    </DialogBox>
  );
}

function Keys(): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  // So that the arrows and the Page keys scroll at once.
  useEffect(() => list.current?.focus(), []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keys
    <div ref={list} className="ui-keys" role="group" aria-label="Keys" tabIndex={0}>
      <KeyGroup title="Everywhere" lines={linesOf('everywhere', 'stage')} />
      <KeyGroup title="On slides, in the list and the sorter" lines={linesOf('slides')} />
      <KeyGroup title="While annotating" lines={[...linesOf('annotate'), ...surfaceKeys]} />
      <KeyGroup title="In the source" lines={editorKeys} />
      <KeyGroup title="While presenting" lines={presentKeys} />
    </div>
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
