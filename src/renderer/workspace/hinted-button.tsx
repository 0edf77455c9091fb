import type { ReactElement, ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { KeyHint } from './key-hint.tsx';
import { ariaKeys } from './keys.ts';

interface HintedButtonProps {
  /** Name for screen readers, and the hint. */
  readonly label: string;
  readonly keys?: string;
  readonly className?: string;
  readonly isDisabled?: boolean;
  /** Whether Tab passes it by: it belongs to something that is gone to as a whole. */
  readonly excludeFromTabOrder?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A button that says what it does, and by which key, when the pointer or the focus rests on it. */
export function HintedButton({
  label,
  keys,
  className = 'ui-button ui-button-icon',
  isDisabled = false,
  excludeFromTabOrder = false,
  onPress,
  children,
}: HintedButtonProps): ReactElement {
  return (
    <TooltipTrigger delay={500}>
      <Button
        className={className}
        aria-label={label}
        {...(keys === undefined ? {} : { 'aria-keyshortcuts': ariaKeys(keys) })}
        isDisabled={isDisabled}
        excludeFromTabOrder={excludeFromTabOrder}
        onPress={onPress}
      >
        {children}
      </Button>
      <Tooltip className="ui-tooltip" offset={6}>
        {label} {keys !== undefined && <KeyHint keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  );
}
