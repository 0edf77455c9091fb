import { type ReactElement, useCallback } from 'react';
import { sameInk } from '../../annotate/ink-by-slide.ts';
import type { DeckLook } from '../../slide/deck-look.ts';
import { inkLayer } from '../../slide/ink-layer.ts';
import { slideFrame } from '../../slide/slide-frame.ts';
import { renderMatter, slideMatter } from '../../stage/session-source.ts';
import type { SlideMatter } from '../../stage/stage-source.ts';
import { SlidePicture } from '../slide-picture.tsx';
import { useDeck, useSession } from '../use-session.ts';

interface ThumbnailProps {
  readonly slide: string;
  readonly look: DeckLook;
  readonly assets: string;
  /** CSS pixels. */
  readonly width: number;
}

const sameMatter = (a: SlideMatter, b: SlideMatter): boolean =>
  a.body === b.body && a.number === b.number && sameInk(a.ink, b.ink);

/** The real slide, small, with its ink. */
export function Thumbnail({ slide, look, assets, width }: ThumbnailProps): ReactElement {
  const session = useSession();
  const matter = useDeck(({ state }) => slideMatter(state, slide), sameMatter);
  const draw = useCallback(() => {
    const frame = slideFrame(renderMatter(session.state, matter, assets), look);
    if (matter.ink.length > 0) frame.querySelector('section')?.append(inkLayer(matter.ink, look));
    return frame;
  }, [session, matter, assets, look]);
  return <SlidePicture look={look} width={width} draw={draw} />;
}
