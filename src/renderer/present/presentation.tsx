import { type ReactElement, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { HostClient } from '../../contract/client.ts';
import { removeAnnotations } from '../../core/annotations/commands/remove-annotations.ts';
import { drawingsOn } from '../../core/annotations/slide-annotations.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { InkOverlay } from '../annotate/ink-overlay.tsx';
import type { Pen } from '../annotate/pens.ts';
import { followLink } from '../stage/follow-link.ts';
import { useStage } from '../stage/use-stage.ts';
import { useSay } from '../workspace/announcer.tsx';
import { useSession } from '../workspace/use-session.ts';
import { Overview } from './overview.tsx';
import { startSlide, typedProblem, type TypedProblem, typedSlide } from './present-deck.ts';
import type { PresentAction } from './present-keys.ts';
import { leaveFullScreen, useFullScreen } from './use-full-screen.ts';
import { useAwake } from './use-awake.ts';
import { usePresentKeys } from './use-present-keys.ts';

interface PresentationProps {
  readonly client: HostClient;
  /** Key of the slide to start on; the audience may see it. */
  readonly start: string;
  readonly assets: string;
  readonly pen: Pen;
  /** Whether ink may be drawn. */
  readonly canDraw: boolean;
  readonly onEnd: () => void;
}

type Curtain = 'black' | 'white' | 'end' | null;

/** How long it is said that a number leads nowhere, in milliseconds. */
const refusalTime = 1500;

/** The talk: nothing but the slides, on the whole screen. The deck's slide is then the one last shown. */
export function Presentation({ client, start, assets, pen, canDraw, onEnd }: PresentationProps): ReactElement {
  const session = useSession();
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [curtain, setCurtain] = useState<Curtain>(null);
  const [drawing, setDrawing] = useState(false);
  const [refusal, setRefusal] = useState<TypedProblem | null>(null);
  const [overview, setOverview] = useState(false);
  const stage = useStage({
    host,
    mode: 'present',
    label: 'Slide',
    assets,
    start,
    onSlide: () => setCurtain(null),
    onLink: (target) => followLink(session.state, target, (key) => stage?.go(key), say),
  });

  const end = (): void => {
    session.goTo(stage?.current ?? start);
    void leaveFullScreen();
    onEnd();
  };
  const closeOverview = (): void => {
    setOverview(false);
    box.current?.focus();
  };
  const toggleFullScreen = useFullScreen(() => (overview ? closeOverview() : end()));

  const forward = (step: () => boolean | undefined): void => {
    // Under a curtain the first key only lifts it, so that nobody misses a slide; past the end there is nothing.
    if (curtain === 'end') return;
    if (curtain !== null) setCurtain(null);
    else if (step() === false) setCurtain('end');
  };
  const back = (step: () => boolean | undefined): void => {
    if (curtain !== null) setCurtain(null);
    else step();
  };
  const next = (): void => forward(() => stage?.next());
  const previous = (): void => back(() => stage?.previous());
  const go = (key: string | null | undefined): void => {
    if (key === null || key === undefined) return;
    setCurtain(null);
    stage?.go(key);
  };
  const draw = (other: Curtain) => () => setCurtain(curtain === other ? null : other);

  const actions: Readonly<Record<PresentAction, () => void>> = {
    next,
    previous,
    right: () => (stage?.isRightToLeft === true ? previous() : next()),
    left: () => (stage?.isRightToLeft === true ? next() : previous()),
    down: () => forward(() => stage?.arrow('down') || stage?.isLast() !== true),
    up: () => back(() => stage?.arrow('up')),
    first: () => go(startSlide(slideIndex(session.state), '')),
    last: () => go(startSlide(slideIndex(session.state), slideIndex(session.state).slides.at(-1)?.key ?? '')),
    black: draw('black'),
    white: draw('white'),
    overview: () => {
      setCurtain(null);
      setOverview(true);
    },
    pen: () => setDrawing(canDraw && !drawing),
    erase: () => {
      const ids = drawingsOn(session.state, stage?.current ?? '').map(({ id }) => id);
      if (canDraw) session.run((state) => removeAnnotations(state, ids));
    },
    fullScreen: toggleFullScreen,
    end: () => (drawing ? setDrawing(false) : end()),
  };
  const typed = usePresentKeys(!overview, actions, {
    goTo: (name) => {
      setRefusal(typedProblem(slideIndex(session.state), name));
      go(typedSlide(slideIndex(session.state), name));
    },
    undo: session.undo,
    redo: session.redo,
  });

  useEffect(() => {
    if (refusal === null) return;
    const timer = setTimeout(() => setRefusal(null), refusalTime);
    return () => clearTimeout(timer);
  }, [refusal]);

  useEffect(() => box.current?.focus(), []);
  useAwake(client);

  // As every presenting program does: a click anywhere but on a control goes on.
  const clicked = useEffectEvent((event: MouseEvent): void => {
    const own = 'a, button, video, audio, summary, input, .ui-ink-overlay, .ui-overview';
    if (event.target instanceof Element && event.target.closest(own) === null) actions.next();
  });
  useEffect(() => {
    const element = box.current;
    const onClick = (event: MouseEvent) => clicked(event);
    element?.addEventListener('click', onClick);
    return () => element?.removeEventListener('click', onClick);
  }, []);

  return (
    <div ref={box} className="ui-present" role="dialog" aria-modal aria-label="Presentation" tabIndex={-1}>
      <div ref={host} className="ui-present-host" />
      {drawing && stage !== null && curtain === null && <InkOverlay stage={stage} pen={pen} />}
      {curtain !== null && (
        <div className="ui-curtain" data-curtain={curtain} role="status">
          {curtain === 'end' ? (
            'End of the deck. Escape goes back.'
          ) : (
            <span className="ui-visually-hidden">The screen is {curtain}.</span>
          )}
        </div>
      )}
      {overview && (
        <Overview
          current={stage?.current ?? start}
          assets={assets}
          onGo={(key) => {
            go(key);
            closeOverview();
          }}
          onClose={closeOverview}
        />
      )}
      {(typed !== '' || refusal !== null) && (
        <div className="ui-present-number" role="status">
          {typed === '' ? refusal?.text : `Slide ${typed}`}
        </div>
      )}
    </div>
  );
}
