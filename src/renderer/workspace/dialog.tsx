import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

interface DialogBoxProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Of the box, beside its own. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** A dialog over the workspace: Escape and a click beside it close it, and the focus goes back to where it was. */
export function DialogBox({ title, isOpen, onClose, className = '', children }: DialogBoxProps): ReactElement {
  return (
    <ModalOverlay className="ui-scrim" isOpen={isOpen} isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className={`ui-dialog ${className}`}>
        <Dialog className="ui-dialog-box">
          <div className="ui-dialog-head">
            <Heading slot="title" className="ui-dialog-title">
              {title}
            </Heading>
            <Button className="ui-button ui-button-icon" aria-label="Close" onPress={onClose}>
              <X aria-hidden />
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
