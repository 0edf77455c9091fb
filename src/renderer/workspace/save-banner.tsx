import { TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Autosave } from './saving/autosave.ts';
import type { SaveState } from './saving/save-state.ts';

interface SaveBannerProps {
  readonly autosave: Autosave;
  readonly state: SaveState;
  /** File name of the deck. */
  readonly name: string;
}

/** What stands in the way of saving, and the choices there are. Nothing while saving goes well. */
export function SaveBanner({ autosave, state, name }: SaveBannerProps): ReactElement | null {
  if (state.kind === 'changed-on-disk') {
    const file = state.part === 'deck' ? name : `The annotations of ${name}`;
    return (
      <Banner
        title={state.gone ? `${file} is gone from disk.` : `${file} changed on disk while there are changes here.`}
        text={
          state.gone
            ? 'What you see is still here. Save it again to bring the file back.'
            : 'Nothing is saved until you choose. Taking theirs can be undone.'
        }
      >
        <BannerButton onPress={autosave.keepMine}>{state.gone ? 'Save again' : 'Keep mine'}</BannerButton>
        {!state.gone && <BannerButton onPress={autosave.takeTheirs}>Take theirs</BannerButton>}
      </Banner>
    );
  }
  if (state.kind === 'failed') {
    return (
      <Banner title={state.failure.message} text={state.failure.wayOut}>
        <BannerButton onPress={autosave.saveNow}>Try again</BannerButton>
      </Banner>
    );
  }
  if (state.kind === 'read-only' && state.pending) {
    return (
      <Banner
        title={`${name} cannot be written: ${state.reason}`}
        text="Your changes are in this window only. Make the file writable, then try again."
      >
        <BannerButton onPress={autosave.saveNow}>Try again</BannerButton>
      </Banner>
    );
  }
  return null;
}

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

function BannerButton({
  onPress,
  children,
}: {
  readonly onPress: () => Promise<void>;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <Button className="ui-button ui-button-quiet-edge" onPress={() => void onPress()}>
      {children}
    </Button>
  );
}
