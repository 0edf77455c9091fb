import { type ReactElement, useState } from 'react';
import type { OpenDeck } from '../../contract/schemas/deck.ts';
import { deckText } from '../../core/deck/deck-state.ts';
import { useSay } from './announcer.tsx';
import { Banner, BannerButton } from './banner.tsx';
import { useCommandRegistry } from './commands/use-commands.ts';
import { MergeDialog } from './compare/merge-dialog.tsx';
import type { Autosave, OpenMerge } from './saving/autosave.ts';
import { RecoveryBanner } from './saving/recovery-banner.tsx';
import type { SaveState } from './saving/save-state.ts';
import { useSession } from './use-session.ts';

interface SaveBannerProps {
  readonly autosave: Autosave;
  readonly state: SaveState;
  readonly opened: OpenDeck;
}

/** What stands in the way of saving, and the choices there are. Nothing while saving goes well. */
export function SaveBanner({ autosave, state, opened }: SaveBannerProps): ReactElement {
  const [merge, setMerge] = useState<OpenMerge | null>(null);
  return (
    <>
      <RecoveryBanner autosave={autosave} assets={opened.assets} />
      {state.kind === 'changed-on-disk' && (
        <ChangedBanner
          autosave={autosave}
          part={state.part}
          gone={state.gone}
          name={opened.name}
          onMerge={async () => setMerge(await autosave.merge())}
        />
      )}
      {state.kind === 'failed' && (
        <Banner title={state.failure.message} text={state.failure.wayOut}>
          <BannerButton onPress={autosave.saveNow}>Try again</BannerButton>
          <WaysOut />
        </Banner>
      )}
      {state.kind === 'read-only' && state.pending && (
        <Banner
          title={`${opened.name} cannot be written: ${state.reason}`}
          text="Your changes are in this window only. Make the file writable and try again, or save them elsewhere."
        >
          <BannerButton onPress={autosave.saveNow}>Try again</BannerButton>
          <WaysOut />
        </Banner>
      )}
      {merge !== null && (
        <MergeDialog
          merge={merge}
          assets={opened.assets}
          onMerged={(text) => {
            setMerge(null);
            void autosave.finishMerge(merge, text);
          }}
          onClose={() => setMerge(null)}
        />
      )}
    </>
  );
}

interface ChangedBannerProps {
  readonly autosave: Autosave;
  readonly part: 'deck' | 'annotations';
  readonly gone: boolean;
  readonly name: string;
  readonly onMerge: () => Promise<void>;
}

function ChangedBanner({ autosave, part, gone, name, onMerge }: ChangedBannerProps): ReactElement {
  const registry = useCommandRegistry();
  const file = part === 'deck' ? name : `The annotations of ${name}`;
  if (gone) {
    return (
      <Banner
        title={`${file} is gone from disk.`}
        text="What you see is still here. Save it again to bring the file back."
      >
        <BannerButton onPress={autosave.keepMine}>Save again</BannerButton>
        <WaysOut />
      </Banner>
    );
  }
  return (
    <Banner
      title={`${file} changed on disk while there are changes here.`}
      text="Nothing is saved until you choose. Merging and taking theirs can be undone."
    >
      {part === 'deck' && <BannerButton onPress={() => void registry.run('file.compareDisk')}>See both</BannerButton>}
      <BannerButton onPress={autosave.keepMine}>Keep mine</BannerButton>
      <BannerButton onPress={autosave.takeTheirs}>Take theirs</BannerButton>
      <BannerButton onPress={onMerge}>Merge</BannerButton>
    </Banner>
  );
}

/** Where the text can go when its file does not take it. */
function WaysOut(): ReactElement {
  const registry = useCommandRegistry();
  const session = useSession();
  const say = useSay();
  const copy = (): Promise<void> =>
    navigator.clipboard.writeText(deckText(session.state)).then(
      () => say('The whole deck is on the clipboard'),
      () => say('The clipboard cannot be written: select all in the source and copy it'),
    );
  return (
    <>
      <BannerButton onPress={() => void registry.run('file.saveAs')}>Save as…</BannerButton>
      <BannerButton onPress={copy}>Copy all</BannerButton>
    </>
  );
}
