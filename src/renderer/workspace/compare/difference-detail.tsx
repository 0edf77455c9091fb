import type { EditorState } from '@codemirror/state';
import { Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components';
import type { ComparedSlide } from '../../../core/deck/compare.ts';
import { slideBody, slideIndex } from '../../../core/deck/slide-index.ts';
import { type DifferenceRow, labelAt } from './difference-rows.ts';
import { TextDifference } from './text-difference.tsx';
import { FittedVersion } from './version-picture.tsx';

interface DifferenceDetailProps {
  readonly row: DifferenceRow;
  readonly old: EditorState;
  readonly now: EditorState;
  readonly oldName: string;
  readonly assets: string;
  /** Puts what the old version has in place of what is here. */
  readonly onTakeBack: (slide: ComparedSlide) => void;
}

/** One difference at full size: both pictures, and the texts. */
export function DifferenceDetail({ row, old, now, oldName, assets, onTakeBack }: DifferenceDetailProps): ReactElement {
  const { slide } = row;
  const name = (version: string, deck: EditorState, place: number | null): string =>
    slide === null ? version : place === null ? `${version}: not there` : `${version}: slide ${labelAt(deck, place)}`;
  const oldText = slide === null ? headOf(old) : bodyOf(old, slide.old);
  const nowText = slide === null ? headOf(now) : bodyOf(now, slide.now);
  const takeBack = slide === null ? null : takeBackWords(slide);
  return (
    <section className="ui-difference-detail" aria-label="The difference">
      <div className="ui-difference-sides">
        <h3 className="ui-difference-side">{name(oldName, old, slide?.old ?? null)}</h3>
        <h3 className="ui-difference-side">{name('Now', now, slide?.now ?? null)}</h3>
        {slide !== null && <FittedVersion deck={old} place={slide.old} assets={assets} />}
        {slide !== null && <FittedVersion deck={now} place={slide.now} assets={assets} />}
      </div>
      {takeBack !== null && slide !== null && (
        <div className="ui-difference-actions">
          <Button className="ui-button ui-button-quiet-edge" onPress={() => onTakeBack(slide)}>
            <Undo2 aria-hidden /> {takeBack}
          </Button>
        </div>
      )}
      <TextDifference old={oldText} now={nowText} oldName={`Text, ${oldName.toLowerCase()}`} nowName="Text, now" />
    </section>
  );
}

function takeBackWords({ kind, changed }: ComparedSlide): string | null {
  if (kind === 'removed') return 'Bring this slide back';
  return changed ? 'Take this slide’s old text back' : null;
}

function bodyOf(deck: EditorState, place: number | null): string {
  const slide = slideIndex(deck).slides[place ?? -1];
  return slide === undefined ? '' : slideBody(deck, slide).replaceAll('\r', '');
}

function headOf(deck: EditorState): string {
  return deck.doc.sliceString(0, slideIndex(deck).head.to).replaceAll('\r', '');
}
