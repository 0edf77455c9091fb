import { type ReactElement, useMemo } from 'react';
import { textParts } from '../../core/annotations/comments/text-links.ts';

interface LinkedTextProps {
  readonly text: string;
  /** Whether Tab leads to its links. */
  readonly inTabOrder: boolean;
}

/**
 * A plain text, its line breaks kept, with the addresses in it as links. What opens one asks first in the desktop shell, and
 * is the browser in the other.
 */
export function LinkedText({ text, inTabOrder }: LinkedTextProps): ReactElement {
  const parts = useMemo(() => textParts(text), [text]);
  return (
    <p className="ui-remark-text" dir="auto">
      {parts.map(({ text: words, href }, i) =>
        href === null ? (
          words
        ) : (
          <a
            key={i}
            className="ui-remark-link"
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            tabIndex={inTabOrder ? 0 : -1}
          >
            {words}
          </a>
        ),
      )}
    </p>
  );
}
