import { TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components';

interface BannerProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** Something that has to be known before going on, with what can be done about it. */
export function Banner({ title, text, children }: BannerProps): ReactElement {
  return (
    <div className="ui-banner" role="alert">
      <TriangleAlert aria-hidden />
      <p className="ui-banner-text">
        <strong>{title}</strong> {text}
      </p>
      {children}
    </div>
  );
}

interface BannerButtonProps {
  readonly onPress: () => Promise<void> | void;
  readonly children: ReactNode;
}

/** One of the things that can be done about it. */
export function BannerButton({ onPress, children }: BannerButtonProps): ReactElement {
  return (
    <Button className="ui-button ui-button-quiet-edge" onPress={() => void onPress()}>
      {children}
    </Button>
  );
}
