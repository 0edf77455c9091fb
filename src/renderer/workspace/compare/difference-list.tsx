import type { EditorState } from '@codemirror/state';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import { deckSettings } from '../../../core/deck/front-matter.ts';
import { deckLook } from '../../slide/deck-look.ts';
import { useRem } from '../use-rem.ts';
import { type DifferenceRow, rowTitle, slideWords } from './difference-rows.ts';
import { VersionPicture } from './version-picture.tsx';

/** Of each of the two pictures of a row, in rem. */
const pictureRems = 8;
/** What a row has beside its pictures: the words above them, in rem, and room around, in CSS pixels. */
const wordRems = 1.125;
const rowExtra = 20;
const [padding, gap] = [6, 4];

interface DifferenceListProps {
  readonly rows: readonly DifferenceRow[];
  readonly old: EditorState;
  readonly now: EditorState;
  readonly assets: string;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

/** The slides of two versions side by side, as pictures. Only the rows in view are drawn. */
export function DifferenceList({ rows, old, now, assets, selected, onSelect }: DifferenceListProps): ReactElement {
  const { width, height } = deckLook(deckSettings(now).settings);
  const rem = useRem();
  const pictureWidth = Math.round(pictureRems * rem);
  const rowHeight = Math.round((pictureWidth * height) / width + wordRems * rem) + rowExtra;
  const layoutOptions = useMemo(() => ({ rowHeight, padding, gap }), [rowHeight]);
  const list = useRef<HTMLDivElement>(null);
  const place = rows.findIndex(({ id }) => id === selected);
  useEffect(() => {
    const box = list.current;
    if (box === null || place < 0) return;
    const top = padding + place * (rowHeight + gap);
    if (top < box.scrollTop || top + rowHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = top - (box.clientHeight - rowHeight) / 2;
  }, [place, rowHeight]);
  const dependencies = useMemo(() => [old, now, rows, pictureWidth], [old, now, rows, pictureWidth]);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
      <ListBox
        ref={list}
        className="ui-difference-list"
        aria-label="Differences"
        items={rows}
        autoFocus="first"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) onSelect(String(key));
        }}
        dependencies={dependencies}
      >
        {({ id, slide }) => {
          const words = slide === null ? 'Front matter changed' : slideWords(slide, old, now);
          const title = slide === null ? '' : rowTitle(slide, old, now);
          return (
            <ListBoxItem
              id={id}
              textValue={`${words}: ${title}`}
              className="ui-difference"
              data-kind={slide?.kind ?? 'changed'}
            >
              <span className="ui-difference-words">
                <strong>{words}</strong> <bdi>{title}</bdi>
              </span>
              {slide === null ? (
                <span className="ui-difference-note">Title, theme and other settings of the deck</span>
              ) : (
                <span className="ui-difference-pictures">
                  <VersionPicture deck={old} place={slide.old} assets={assets} width={pictureWidth} />
                  <VersionPicture deck={now} place={slide.now} assets={assets} width={pictureWidth} />
                </span>
              )}
            </ListBoxItem>
          );
        }}
      </ListBox>
    </Virtualizer>
  );
}
