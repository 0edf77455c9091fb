import { type ComponentProps, type ReactElement, useEffect, useMemo, useRef } from 'react';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../core/deck/slide-label.ts';
import type { AnnotateModel } from '../annotate/annotate-model.ts';
import { AnnotateTools } from '../annotate/annotate-tools.tsx';
import { DrawingDesk } from '../annotate/drawing-desk.ts';
import { Surface } from '../annotate/surface.tsx';
import { useDrawingTransfer } from '../annotate/use-drawing-transfer.ts';
import { StageComments } from '../comments/stage-comments.tsx';
import type { DeckLook } from '../slide/deck-look.ts';
import { useSay } from '../workspace/announcer.tsx';
import { useSettings } from '../workspace/settings/use-settings.tsx';
import { useDeck, useSession } from '../workspace/use-session.ts';
import { followLink } from './follow-link.ts';
import { useFit } from './use-fit.ts';
import { useStage } from './use-stage.ts';

interface StageViewProps {
  readonly look: DeckLook;
  readonly assets: string;
  readonly model: AnnotateModel;
  /** Whether the slide is drawn on. */
  readonly isAnnotating: boolean;
  readonly onStopAnnotating: () => void;
  /** Told when a slide is on it. */
  readonly onReady: () => void;
}

/** The current slide, live, as large as the room allows; with the tools to draw on it while that is what is done. */
export function StageView({
  look,
  assets,
  model,
  isAnnotating,
  onStopAnnotating,
  onReady,
}: StageViewProps): ReactElement {
  const session = useSession();
  const say = useSay();
  const { author } = useSettings().settings;
  const room = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const size = useFit(room, look);
  const desk = useMemo(
    () => new DrawingDesk({ session, model, say, slide: () => session.snapshot().current, author: () => author }),
    [session, model, say, author],
  );
  const transfer = useDrawingTransfer(desk, look);
  const stage = useStage({
    host,
    mode: 'edit',
    label: 'Current slide',
    assets,
    start: session.snapshot().current,
    onSlide: (key) => session.goTo(key),
    onLink: (target) => followLink(session.state, target, (key) => session.goTo(key), say),
    onReady,
  });
  const stop = (): void => {
    onStopAnnotating();
    host.current?.closest<HTMLElement>('.ui-stage')?.focus({ preventScroll: true });
  };

  // Once, when it begins: a stage that starts afresh while somebody types takes no focus.
  useEffect(() => {
    if (isAnnotating) frame.current?.querySelector<HTMLElement>('.ui-surface')?.focus({ preventScroll: true });
  }, [isAnnotating]);

  return (
    <main className="ui-stage" aria-label="Stage" tabIndex={-1} data-annotating={isAnnotating}>
      {isAnnotating && <AnnotateTools desk={desk} transfer={transfer} author={author} onEnd={stop} />}
      <div ref={room} className="ui-stage-room">
        <div ref={frame} className="ui-stage-frame" style={size ?? { width: 0, height: 0 }}>
          <div ref={host} className="ui-stage-host" />
          {stage !== null && <CurrentComments stage={stage} look={look} host={host} />}
          {isAnnotating && stage !== null && (
            <CurrentSurface stage={stage} desk={desk} look={look} transfer={transfer} onEnd={stop} />
          )}
        </div>
      </div>
    </main>
  );
}

/** Comments and surface follow the current slide by themselves: the stage is not drawn anew for each step. */
function CurrentComments(props: Omit<ComponentProps<typeof StageComments>, 'slide'>): ReactElement {
  const current = useDeck((deck) => deck.current);
  return <StageComments {...props} slide={current} />;
}

function CurrentSurface(props: Omit<ComponentProps<typeof Surface>, 'slide' | 'label'>): ReactElement {
  const current = useDeck((deck) => deck.current);
  const label = useDeck((deck) => slideLabelOf(slideIndex(deck.state), deck.current));
  return <Surface {...props} slide={current} label={label} />;
}
