import { CircleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import type { Failure } from '../../core/failure.ts';
import { Message } from '../workspace/message.tsx';

interface LibraryFailureProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
  readonly onFolder: () => void;
}

/** A folder that cannot be listed, or is gone: try it again, or choose another one. */
export function LibraryFailure({ failure, onRetry, onFolder }: LibraryFailureProps): ReactElement {
  return (
    <div role="alert" className="ui-failure">
      <Message icon={<CircleAlert aria-hidden />} title={failure.message} text={failure.wayOut}>
        <div className="ui-message-actions">
          <Button className="ui-button ui-button-primary" onPress={onFolder}>
            Choose folder
          </Button>
          <Button className="ui-button ui-button-quiet-edge" onPress={onRetry}>
            Try again
          </Button>
        </div>
      </Message>
    </div>
  );
}
