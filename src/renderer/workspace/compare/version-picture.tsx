import type { EditorState } from '@codemirror/state';
import { type ReactElement, useCallback, useMemo, useRef } from 'react';
import { deckSettings } from '../../../core/deck/front-matter.ts';
import { deckLook } from '../../slide/deck-look.ts';
import { withDrawings } from '../../slide/ink-layer.ts';
import { slideFrame } from '../../slide/slide-frame.ts';
import { renderMatter, slideMatter } from '../../stage/session-source.ts';
import { useFit } from '../../stage/use-fit.ts';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { SlidePicture } from '../slide-picture.tsx';

interface VersionPictureProps {
  /** The version of the deck that the slide is of. */
  readonly deck: EditorState;
  /** The slide's place, from 0; `null` where it is not in this version. */
  readonly place: number | null;
  readonly assets: string;
  /** Another text to draw the slide with, than the one that it has. */
  readonly body?: string;
  /** In CSS pixels. */
  readonly width: number;
}

/** The real slide as it looks in one version of a deck. */
export function VersionPicture({ deck, place, assets, body, width }: VersionPictureProps): ReactElement {
  const look = useMemo(() => deckLook(deckSettings(deck).settings), [deck]);
  const key = place === null ? '' : (slideIndex(deck).slides[place]?.key ?? '');
  const draw = useCallback(() => {
    const matter = slideMatter(deck, key);
    const drawn = body === undefined ? matter : { ...matter, body };
    const frame = slideFrame(renderMatter(deck, drawn, assets), look);
    return withDrawings(frame, drawn.drawings, look);
  }, [deck, key, body, assets, look]);
  if (place === null && body === undefined) {
    const height = Math.round((look.height * width) / look.width);
    return <div className="ui-version-none" style={{ width, height }} aria-hidden />;
  }
  return <SlidePicture look={look} width={width} draw={draw} />;
}

/** The same, as large as its column is wide. */
export function FittedVersion(props: Omit<VersionPictureProps, 'width'>): ReactElement {
  const room = useRef<HTMLDivElement>(null);
  const look = useMemo(() => deckLook(deckSettings(props.deck).settings), [props.deck]);
  const size = useFit(room, look);
  return (
    <div ref={room} className="ui-version-room" style={{ aspectRatio: `${look.width} / ${look.height}` }}>
      {size !== null && size.width > 0 && <VersionPicture {...props} width={Math.floor(size.width)} />}
    </div>
  );
}
