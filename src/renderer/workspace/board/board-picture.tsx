import { type CSSProperties, memo, type ReactElement, useLayoutEffect, useRef } from 'react';
import { isSameList } from '../../../core/annotations/slide-annotations.ts';
import { deckSettings } from '../../../core/deck/front-matter.ts';
import type { DeckLook } from '../../slide/deck-look.ts';
import { withDrawings } from '../../slide/ink-layer.ts';
import { slideFrame } from '../../slide/slide-frame.ts';
import { renderMatter, slideMatter } from '../../stage/session-source.ts';
import type { SlideMatter } from '../../stage/stage-source.ts';
import { useDeck, useSession } from '../use-session.ts';
import type { PictureStore } from './picture-store.ts';

interface BoardPictureProps {
  readonly slide: string;
  readonly look: DeckLook;
  readonly assets: string;
  /** CSS pixels. */
  readonly width: number;
  readonly store: PictureStore;
}

/** Milliseconds without a change after which a picture is drawn anew. */
const settleTime = 150;

const sameMatter = (a: SlideMatter, b: SlideMatter): boolean =>
  a.body === b.body && a.label === b.label && isSameList(a.drawings, b.drawings);

/** The real slide, small, with its ink: drawn when there is time, and only anew when something in it changed. */
export const BoardPicture = memo(({ slide, look, assets, width, store }: BoardPictureProps): ReactElement => {
  const session = useSession();
  const matter = useDeck(({ state }) => slideMatter(state, slide), sameMatter);
  const separator = useDeck(({ state }) => deckSettings(state).settings.notesSeparator);
  const host = useRef<HTMLDivElement>(null);
  const { body, label, drawings } = matter;
  const scale = width / look.width;

  useLayoutEffect(() => {
    const from = [body, label, drawings, look, assets, separator];
    const show = (frame: HTMLElement) => host.current?.replaceChildren(frame);
    const known = store.find(slide, from);
    if (known !== null) return show(known);
    const draw = () => {
      const frame = slideFrame(renderMatter(session.state, { body, label, drawings }, assets), look);
      return withDrawings(frame, drawings, look);
    };
    // A picture that is there already can wait until nothing more is typed into its slide.
    if (host.current?.firstChild === null) return store.draw(slide, from, draw, show);
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      stop = store.draw(slide, from, draw, show);
    }, settleTime);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [session, store, slide, body, label, drawings, look, assets, separator]);

  return (
    <div
      ref={host}
      className="ui-picture ui-board-picture"
      aria-hidden
      inert
      style={{ width, height: Math.round(look.height * scale), '--picture-scale': scale } as CSSProperties}
    />
  );
});
