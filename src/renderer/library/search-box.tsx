import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, type RefObject, useEffect } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { KeyHint } from '../workspace/key-hint.tsx';
import { ariaKeys, isWriting } from '../workspace/keys.ts';

interface SearchBoxProps {
  readonly value: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
  /** Arrow down: to the list below. */
  readonly onDown: () => void;
  readonly onEnter: () => void;
}

/** The words to look for in all decks. A slash typed anywhere else leads here. */
export function SearchBox({ value, field, onChange, onDown, onEnter }: SearchBoxProps): ReactElement {
  useEffect(() => {
    const onSlash = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (isWriting(target) || target?.closest('[role="dialog"], [role="menu"]') !== null) return;
      event.preventDefault();
      // Not for the list that has the focus: there, letters look for names.
      event.stopPropagation();
      field.current?.focus();
    };
    window.addEventListener('keydown', onSlash, { capture: true });
    return () => window.removeEventListener('keydown', onSlash, { capture: true });
  }, [field]);
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter and arrows choose among what an input method offers while it is composing.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onDown();
    } else if (event.key === 'Enter') onEnter();
  };
  return (
    <SearchField
      className="ui-search"
      aria-label="Search all decks"
      aria-keyshortcuts={`/ ${ariaKeys('Mod+Shift+F')}`}
      value={value}
      onChange={onChange}
    >
      <Search className="ui-search-icon" aria-hidden />
      <Input
        ref={field}
        className="ui-search-input"
        placeholder="Search all slides"
        onKeyDown={onKeyDown}
        autoComplete="off"
        spellCheck={false}
      />
      {value === '' ? (
        <span className="ui-search-hint" aria-hidden>
          <KeyHint keys="/" />
        </span>
      ) : (
        <Button className="ui-search-clear" aria-label="Clear the search">
          <X aria-hidden />
        </Button>
      )}
    </SearchField>
  );
}
