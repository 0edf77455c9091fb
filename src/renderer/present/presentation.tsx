import { type ReactElement, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { HostClient } from '../../contract/client.ts';
import type { ToolName } from '../../contract/drawing-tools.ts';
import type { Layer } from '../../core/annotations/layer.ts';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../core/deck/slide-label.ts';
import { AnnotateModel } from '../annotate/annotate-model.ts';
import { DrawingDesk } from '../annotate/drawing-desk.ts';
import { Surface } from '../annotate/surface.tsx';
import { followLink } from '../stage/follow-link.ts';
import { useStage } from '../stage/use-stage.ts';
import { useSay } from '../workspace/announcer.tsx';
import { useSettings } from '../workspace/settings/use-settings.tsx';
import { useDeck, useSession } from '../workspace/use-session.ts';
import { Overview } from './overview.tsx';
import { startSlide, typedProblem, type TypedProblem, typedSlide } from './present-deck.ts';
import { PresentBar } from './present-bar.tsx';
import type { PresentAction } from './present-keys.ts';
import { drawnOn, talkLayer } from './talk-layer.ts';
import { leaveFullScreen, useFullScreen } from './use-full-screen.ts';
import { useAwake } from './use-awake.ts';
import { usePresentKeys } from './use-present-keys.ts';

interface PresentationProps {
  readonly client: HostClient;
  /** Key of the slide to start on; the audience may see it. */
  readonly start: string;
  readonly assets: string;
  /** Whether ink may be drawn. */
  readonly canDraw: boolean;
  /** Told of the layer of what was drawn; `null` where nothing was. */
  readonly onEnd: (drawn: Layer | null) => void;
}

type Curtain = 'black' | 'white' | 'end' | null;

/** How long it is said that a number leads nowhere, in milliseconds. */
const refusalTime = 1500;

/** The talk: nothing but the slides, on the whole screen. The deck's slide is then the one last shown. */
export function Presentation({ client, start, assets, canDraw, onEnd }: PresentationProps): ReactElement {
  const session = useSession();
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [curtain, setCurtain] = useState<Curtain>(null);
  const [drawing, setDrawing] = useState(false);
  const [refusal, setRefusal] = useState<TypedProblem | null>(null);
  const [overview, setOverview] = useState(false);
  const [shown, setShown] = useState(start);
  const stage = useStage({
    host,
    mode: 'present',
    label: 'Slide',
    assets,
    start,
    onSlide: (key) => {
      setCurtain(null);
      setShown(key);
    },
    onLink: (target) => followLink(session.state, target, (key) => stage?.go(key), say),
  });

  const { settings } = useSettings();
  const size = useDeck(({ state }) => deckSettings(state).settings.size, isSameSize);
  const [layer] = useState(() => talkLayer(new Date(), settings.author));
  const [model] = useState(() => new AnnotateModel({ ...settings.drawing, tool: 'pen' }, () => {}));
  const desk = useMemo(
    () =>
      new DrawingDesk({
        session,
        model,
        say,
        slide: () => stage?.current ?? '',
        author: () => layer.creator,
        only: () => layer,
      }),
    [session, model, say, stage, layer],
  );

  const end = (): void => {
    session.goTo(stage?.current ?? start);
    void leaveFullScreen();
    onEnd(drawnOn(session.state, layer) === 0 ? null : layer);
  };
  /** Takes a tool out; puts it away where it is the one that is out. */
  const take = (tool: ToolName): void => {
    if (!canDraw) return say('The annotations cannot be written.');
    setDrawing(!(drawing && model.state().tool === tool));
    model.take(tool);
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
    setShown(key);
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
    pen: () => take('pen'),
    highlighter: () => take('highlighter'),
    erase: () => void desk.remove(desk.free()),
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
    const own = 'a, button, video, audio, summary, input, .ui-surface, .ui-present-bar, .ui-overview';
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
      {drawing && stage !== null && curtain === null && (
        <>
          <Surface
            stage={stage}
            desk={desk}
            look={size}
            slide={shown}
            label={slideLabelOf(slideIndex(session.state), shown)}
            onEnd={() => setDrawing(false)}
          />
          <PresentBar desk={desk} onEnd={() => setDrawing(false)} />
        </>
      )}
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

function isSameSize(
  a: { readonly width: number; readonly height: number },
  b: { readonly width: number; readonly height: number },
): boolean {
  return a.width === b.width && a.height === b.height;
}
