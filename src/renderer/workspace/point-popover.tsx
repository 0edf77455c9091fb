import { type ReactElement, type ReactNode, useRef } from 'react';
import { Popover } from 'react-aria-components';

/** A place in the window, in CSS pixels. */
export interface WindowPoint {
  readonly x: number;
  readonly y: number;
}

interface PointPopoverProps {
  /** Where in the window it opens; `null` while it is closed. */
  readonly at: WindowPoint | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A popover at a point, as a context menu opens where the pointer is. */
export function PointPopover({ at, onClose, children }: PointPopoverProps): ReactElement {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className="ui-menu-anchor" style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} />
      <Popover
        className="ui-popover"
        placement="bottom start"
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(open) => !open && onClose()}
      >
        {children}
      </Popover>
    </>
  );
}
