import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useSettings } from '../workspace/settings/use-settings.tsx';

interface RemarkFieldProps {
  /** Name for screen readers. */
  readonly label: string;
  readonly placeholder: string;
  readonly action: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Keeps what was written under a name; `false` where it could not be. */
  readonly onDone: (text: string, author: string) => boolean;
  readonly onCancel: () => void;
  /** Whether it takes the focus as soon as it is there. */
  readonly takesFocus?: boolean;
  /** Whether what it makes is signed; a text that is only changed is signed already. */
  readonly isSigned?: boolean;
}

/** What somebody says at once, in UTF-16 code units; a file may hold more. */
const longest = 20_000;

/**
 * A field for something to say. Who has not been asked yet is asked for a name beside it, once: it is kept on this machine.
 * Ctrl+Enter is done. Escape leaves the field; what stands in it stays.
 */
export function RemarkField(props: RemarkFieldProps): ReactElement {
  const { label, placeholder, action, text, onText, onDone, onCancel, takesFocus = false, isSigned = true } = props;
  const { settings, write } = useSettings();
  const [name, setName] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const asks = isSigned && settings.author === '';
  const isEmpty = text.trim() === '';
  const done = (): void => {
    if (isEmpty) return;
    const author = asks ? name.trim() : settings.author;
    if (onDone(text, author) && asks && author !== '') write({ author });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      done();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      // What was written is not thrown away by a key.
      if (isEmpty) onCancel();
      else field.current?.closest<HTMLElement>('[data-comment], .ui-comments')?.focus();
    }
  };
  useEffect(() => {
    const element = field.current;
    if (!takesFocus || element === null) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [takesFocus]);
  // Its buttons are to be seen, too, also when the name is asked for.
  useEffect(() => {
    const element = field.current;
    if (element !== document.activeElement) return;
    element?.closest('.ui-remark-field')?.scrollIntoView({ block: 'nearest' });
  }, [takesFocus, isEmpty]);
  return (
    <div className="ui-remark-field" {...{ onKeyDown }}>
      <textarea
        ref={field}
        className="ui-input ui-remark-input"
        aria-label={label}
        placeholder={placeholder}
        dir="auto"
        rows={2}
        maxLength={longest}
        spellCheck={settings.spellcheck}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      {asks && !isEmpty && (
        <label className="ui-remark-name">
          <span>Your name</span>
          <input
            className="ui-input"
            value={name}
            maxLength={200}
            autoComplete="name"
            placeholder="Asked once, kept on this machine"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
      )}
      <div className="ui-remark-actions">
        <Button className="ui-button" onPress={onCancel}>
          Cancel
        </Button>
        <Button className="ui-button ui-button-primary" isDisabled={isEmpty} onPress={done}>
          {action}
        </Button>
      </div>
    </div>
  );
}
