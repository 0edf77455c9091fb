import { Folder } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { Button } from 'react-aria-components';
import type { HostClient } from '../../../contract/client.ts';
import type { FolderListing } from '../../../contract/schemas/library.ts';
import { FolderDialog } from './folder-dialog.tsx';

/** A folder that was chosen. */
export type ChosenFolder = Pick<FolderListing, 'folder' | 'path'>;

interface FolderChoiceProps {
  readonly client: HostClient;
  /** `null` for the deck's own. */
  readonly folder: ChosenFolder | null;
  readonly onFolder: (folder: ChosenFolder | null) => void;
}

/** Where a copy of the deck goes: beside it, or to another folder. */
export function FolderChoice({ client, folder, onFolder }: FolderChoiceProps): ReactElement {
  const label = useId();
  const [isChoosing, setChoosing] = useState(false);
  const path = folder?.path ?? 'The same folder';
  return (
    <div className="ui-folder" role="group" aria-labelledby={label}>
      <span id={label} className="ui-label">
        Folder
      </span>
      <div className="ui-folder-row">
        <Folder aria-hidden />
        {/* The end of a path says most: it is the beginning that is cut. */}
        <span className="ui-folder-path" data-cut={folder !== null || undefined} title={path}>
          <bdi>{path}</bdi>
        </span>
        {folder !== null && (
          <Button className="ui-button" onPress={() => onFolder(null)}>
            The same folder
          </Button>
        )}
        <Button className="ui-button ui-button-quiet-edge" onPress={() => setChoosing(true)}>
          Choose…
        </Button>
      </div>
      {folder !== null && <p className="ui-field-help">The pictures that it shows go there with it.</p>}
      <FolderDialog
        client={client}
        title="Save to which folder?"
        isOpen={isChoosing}
        start={folder?.folder ?? null}
        recent={[]}
        onClose={() => setChoosing(false)}
        onFolder={async (chosen) => {
          onFolder({ folder: chosen.folder, path: chosen.path });
          setChoosing(false);
        }}
      />
    </div>
  );
}
