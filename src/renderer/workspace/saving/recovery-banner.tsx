import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { Banner, BannerButton } from '../banner.tsx';
import { CompareDialog } from '../compare/compare-dialog.tsx';
import type { Autosave } from './autosave.ts';
import { clockTime } from './save-state.ts';

interface RecoveryBannerProps {
  readonly autosave: Autosave;
  readonly assets: string;
}

/** What a crash left unsaved, with the choice between having it and not. Nothing where there is none. */
export function RecoveryBanner({ autosave, assets }: RecoveryBannerProps): ReactElement | null {
  const recovery = useSyncExternalStore(autosave.subscribe, autosave.recovery);
  const [comparing, setComparing] = useState(false);
  if (recovery === null) return null;
  const at = recoveredAt(recovery.at);
  return (
    <>
      <Banner
        title={`Lectern ended before some changes were saved (${at}).`}
        text="They are kept until you choose. Restoring them can be undone."
      >
        <BannerButton onPress={() => setComparing(true)}>See both</BannerButton>
        <BannerButton onPress={autosave.restoreRecovered}>Restore</BannerButton>
        <BannerButton onPress={autosave.discardRecovered}>Discard</BannerButton>
      </Banner>
      {comparing && (
        <CompareDialog
          title="Compare with what was not saved"
          version={{ name: `Not saved, ${at}`, text: recovery.text }}
          assets={assets}
          onClose={() => setComparing(false)}
        />
      )}
    </>
  );
}

/** The time of day, with the date where it was on another day. */
function recoveredAt(iso: string): string {
  const date = new Date(iso);
  const day = date.toDateString() === new Date().toDateString() ? '' : `${date.toLocaleDateString()} `;
  return `${day}${clockTime(date)}`;
}
