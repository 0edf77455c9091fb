import { type ReactElement, type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { DeckLook } from '../slide/deck-look.ts';
import type { RevealStage } from '../stage/reveal-adapter.ts';
import { useSession } from '../workspace/use-session.ts';
import { CommentPins } from './comment-pins.tsx';
import { selectedOnStage } from './new-anchor.ts';
import { PointPicker } from './point-picker.tsx';
import { StageMenu, type StageMenuPlace } from './stage-menu.tsx';
import { useCommentsState } from './use-comments.tsx';

interface StageCommentsProps {
  readonly stage: RevealStage;
  readonly look: Pick<DeckLook, 'width' | 'height' | 'isRightToLeft'>;
  /** Key of the slide on the stage. */
  readonly slide: string;
  /** What the stage is in: asked there for a menu, it offers to comment. */
  readonly host: RefObject<HTMLElement | null>;
}

/** The comments over the slide on the stage: their pins, a menu to write one, and the choice of a place for it. */
export function StageComments({ stage, look, slide, host }: StageCommentsProps): ReactElement {
  const session = useSession();
  const { placing } = useCommentsState();
  const [menu, setMenu] = useState<StageMenuPlace | null>(null);
  const open = useEffectEvent((event: MouseEvent): void => {
    event.preventDefault();
    const at = { x: event.clientX, y: event.clientY };
    setMenu({ at, selected: selectedOnStage(session.state, slide) });
  });
  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const onMenu = (event: MouseEvent): void => open(event);
    element.addEventListener('contextmenu', onMenu);
    return () => element.removeEventListener('contextmenu', onMenu);
  }, [host]);
  return (
    <>
      <CommentPins stage={stage} look={look} slide={slide} />
      {placing && <PointPicker stage={stage} look={look} />}
      <StageMenu stage={stage} place={menu} onClose={() => setMenu(null)} />
    </>
  );
}
