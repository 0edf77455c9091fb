import { type CSSProperties, memo, type ReactElement, useEffect, useLayoutEffect, useRef } from 'react';
import { isSameList } from '../../../core/annotations/same-list.ts';
import { deckSettings } from '../../../core/deck/front-matter.ts';
import type { DeckLook } from '../../slide/deck-look.ts';
import { withDrawings } from '../../slide/ink-layer.ts';
import { slideFrame } from '../../slide/slide-frame.ts';
import { matterSource, slideMatter } from '../../stage/session-source.ts';
import type { SlideMatter } from '../../stage/stage-source.ts';
import { whenIdle } from '../idle.ts';
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

  const drawn = useRef(drawings);
  useLayoutEffect(() => {
    drawn.current = drawings;
  }, [drawings]);

  useLayoutEffect(() => {
    const from = [body, label, look, assets, separator];
    const show = (frame: HTMLElement) => host.current?.replaceChildren(withDrawings(frame, drawn.current, look));
    const known = store.find(slide, from);
    if (known !== null) return show(known);
    const draw = () =>
      slideFrame(session.renderer.render(matterSource(session.state, { body, label, drawings: [] }, assets)), look);
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
  }, [session, store, slide, body, label, look, assets, separator]);

  // What is drawn on a slide comes and goes over its picture, when whoever draws it pauses.
  useEffect(
    () =>
      whenIdle(() => {
        const frame = host.current?.firstElementChild;
        if (frame instanceof HTMLElement) withDrawings(frame, drawings, look);
      }),
    [drawings, look],
  );

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
