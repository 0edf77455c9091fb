import { type ReactElement, useRef } from 'react';
import { InkOverlay } from '../annotate/ink-overlay.tsx';
import { PenBar } from '../annotate/pen-bar.tsx';
import type { Pen } from '../annotate/pens.ts';
import type { DeckLook } from '../slide/deck-look.ts';
import { useSay } from '../workspace/announcer.tsx';
import { useDeck, useSession } from '../workspace/use-session.ts';
import { followLink } from './follow-link.ts';
import { useFit } from './use-fit.ts';
import { useStage } from './use-stage.ts';

interface StageViewProps {
  readonly look: DeckLook;
  readonly assets: string;
  /** The pen, while it is out. */
  readonly pen: Pen | null;
  readonly onPen: (pen: Pen | null) => void;
}

/** The current slide, live, as large as the room allows; the pens above it while they are out. */
export function StageView({ look, assets, pen, onPen }: StageViewProps): ReactElement {
  const session = useSession();
  const say = useSay();
  const room = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const size = useFit(room, look);
  const stage = useStage({
    host,
    mode: 'edit',
    label: 'Current slide',
    assets,
    start: session.snapshot().current,
    onSlide: (key) => session.goTo(key),
    onLink: (target) => followLink(session.state, target, (key) => session.goTo(key), say),
  });

  return (
    <main className="ui-stage" aria-label="Stage" tabIndex={-1}>
      {pen !== null && (
        <div className="ui-stage-bar">
          <CurrentPenBar pen={pen} onPen={onPen} />
        </div>
      )}
      <div ref={room} className="ui-stage-room">
        <div className="ui-stage-frame" style={size ?? { width: 0, height: 0 }}>
          <div ref={host} className="ui-stage-host" />
          {pen !== null && stage !== null && <InkOverlay stage={stage} pen={pen} />}
        </div>
      </div>
    </main>
  );
}

/** The bar follows the current slide by itself: the stage is not drawn anew for each step. */
function CurrentPenBar({ pen, onPen }: { readonly pen: Pen; readonly onPen: (pen: Pen | null) => void }): ReactElement {
  const current = useDeck((deck) => deck.current);
  return <PenBar pen={pen} slide={current} onChange={onPen} onClose={() => onPen(null)} />;
}
