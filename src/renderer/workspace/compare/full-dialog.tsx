import { X } from 'lucide-react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface FullDialogProps {
  readonly title: string;
  /** What stands beside the title: how things are, in words. */
  readonly status: string;
  /** What can be done with it as a whole, at the end of the title's line. */
  readonly tools?: ReactNode;
  readonly onClose: () => void;
  readonly onKeys?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** A dialog that takes the window: for what needs its room. Escape closes it. */
export function FullDialog({ title, status, tools, onClose, onKeys, children }: FullDialogProps): ReactElement {
  return (
    <ModalOverlay className="ui-scrim ui-scrim-full" isOpen onOpenChange={(open) => !open && onClose()}>
      <Modal className="ui-dialog ui-dialog-full">
        <Dialog className="ui-dialog-box">
          <div className="ui-full" onKeyDownCapture={onKeys}>
            <div className="ui-full-head">
              <Heading slot="title" className="ui-dialog-title">
                {title}
              </Heading>
              <p className="ui-full-status" role="status">
                {status}
              </p>
              {tools}
              <Button className="ui-button ui-button-icon" aria-label="Close" onPress={onClose}>
                <X aria-hidden />
              </Button>
            </div>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
