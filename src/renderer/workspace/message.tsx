import { CircleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Failure, Place } from '../../core/failure.ts';

interface MessageProps {
  readonly title: string;
  readonly text?: string;
  readonly icon?: ReactElement;
  /** Whether something is under way. */
  readonly busy?: boolean;
  /** The element of its title: `h1` where it is all that the page says. */
  readonly heading?: 'h1' | 'h2';
  readonly children?: ReactNode;
}

/** A view that has nothing to show but one thing to say. */
export function Message({
  title,
  text,
  icon,
  busy = false,
  heading: Heading = 'h2',
  children,
}: MessageProps): ReactElement {
  return (
    <div className={busy ? 'ui-message ui-message-busy' : 'ui-message'} role={busy ? 'status' : undefined}>
      {busy ? <span className="ui-spinner" /> : icon !== undefined && <span className="ui-message-icon">{icon}</span>}
      <Heading className="ui-message-title">{title}</Heading>
      {text !== undefined && <p className="ui-message-text">{text}</p>}
      {children !== undefined && <div className="ui-message-more">{children}</div>}
    </div>
  );
}

interface FailureMessageProps {
  readonly failure: Failure;
  readonly action: string;
  readonly onAction: () => void;
}

/** A failure that leaves nothing else to show on the whole page: what went wrong, where, and the way out. */
export function FailureMessage({ failure, action, onAction }: FailureMessageProps): ReactElement {
  const place = placeText(failure.place);
  return (
    <main className="ui-failure">
      <div role="alert" className="ui-failure">
        <Message icon={<CircleAlert aria-hidden />} heading="h1" title={failure.message} text={failure.wayOut}>
          {place !== '' && <p className="ui-message-place">{place}</p>}
          <Button className="ui-button ui-button-primary" autoFocus onPress={onAction}>
            {action}
          </Button>
        </Message>
      </div>
    </main>
  );
}

/** `FILE:LINE:COLUMN`, as far as it is known. */
function placeText({ file, line, column }: Place): string {
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}
