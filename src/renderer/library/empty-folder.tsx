import { FolderOpen } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import { Message } from '../workspace/message.tsx';

interface EmptyFolderProps {
  readonly folder: string;
  readonly onNew: () => void;
  readonly onFolder: () => void;
}

/** A folder without decks, and what to do about it. */
export function EmptyFolder({ folder, onNew, onFolder }: EmptyFolderProps): ReactElement {
  return (
    <Message
      icon={<FolderOpen aria-hidden />}
      title="No decks here yet"
      text={`Start one from a template, choose the folder that your decks are in, or drop Markdown files on this window. Files that end in .md and lie in ${folder} appear here by themselves.`}
    >
      <div className="ui-message-actions">
        <Button className="ui-button ui-button-primary" onPress={onNew}>
          New deck
        </Button>
        <Button className="ui-button ui-button-quiet-edge" onPress={onFolder}>
          Choose folder
        </Button>
      </div>
    </Message>
  );
}
