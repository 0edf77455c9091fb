import { CircleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Failure } from '../../core/failure.ts';

interface MessageProps {
  readonly title: string;
  readonly text?: string;
  readonly icon?: ReactElement;
  /** Whether something is under way. */
  readonly busy?: boolean;
  readonly children?: ReactNode;
}

/** A view that has nothing to show but one thing to say. */
export function Message({ title, text, icon, busy = false, children }: MessageProps): ReactElement {
  return (
    <div className="ui-message" role={busy ? 'status' : undefined}>
      {busy ? <span className="ui-spinner" /> : icon}
      <h2 className="ui-message-title">{title}</h2>
      {text !== undefined && <p className="ui-message-text">{text}</p>}
      {children}
    </div>
  );
}

interface FailureMessageProps {
  readonly failure: Failure;
  readonly action: string;
  readonly onAction: () => void;
}

/** A failure that leaves nothing else to show, with the way out. */
export function FailureMessage({ failure, action, onAction }: FailureMessageProps): ReactElement {
  return (
    <div role="alert" className="ui-failure">
      <Message icon={<CircleAlert aria-hidden />} title={failure.message} text={failure.wayOut}>
        <Button className="ui-button ui-button-primary" onPress={onAction}>
          {action}
        </Button>
      </Message>
    </div>
  );
}
