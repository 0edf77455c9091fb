import {
  type CSSProperties,
  type ReactElement,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { isSameList } from '../../core/annotations/same-list.ts';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { slideLabels } from '../../core/deck/slide-label.ts';
import { perOutline } from '../../core/deck/slide-outline.ts';
import { isHidden, slideTitle } from '../../core/deck/summary.ts';
import { type DeckLook, deckLook } from '../slide/deck-look.ts';
import { withDrawings } from '../slide/ink-layer.ts';
import { slideFrame } from '../slide/slide-frame.ts';
import { matterSource, slideMatter } from '../stage/session-source.ts';
import { lookUpSlide } from '../stage/slide-lookup.ts';
import { isKey } from '../workspace/keys.ts';
import { SlidePicture } from '../workspace/slide-picture.tsx';
import { useDeck, useSession } from '../workspace/use-session.ts';
import { overviewGap, overviewGrid, overviewStep, scrolledTo, slidesInView } from './overview-grid.ts';

interface OverviewProps {
  /** Key of the slide that the audience sees. */
  readonly current: string;
  readonly assets: string;
  readonly onGo: (key: string) => void;
  readonly onClose: () => void;
}

/** All slides that the audience may see, as a grid to choose from by the keys or the pointer. Only those in view are drawn. */
export function Overview({ current, assets, onGo, onClose }: OverviewProps): ReactElement {
  const slides = useDeck(({ state }) => shownSlides(slideIndex(state)));
  const settings = useDeck(({ state }) => deckSettings(state).settings);
  const look = useMemo(() => deckLook(settings), [settings]);
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, width: 0, height: 0 });
  const [chosen, setChosen] = useState(current);
  const at = Math.max(
    0,
    slides.findIndex(({ key }) => key === chosen),
  );
  const grid = overviewGrid(slides.length, view, look);
  const { from, to } = slidesInView(grid, slides.length, view);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const look = () => setView({ top: element.scrollTop, width: element.clientWidth, height: element.clientHeight });
    look();
    element.focus();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const keepInView = useEffectEvent(() => {
    const element = box.current;
    if (element !== null && view.width > 0)
      element.scrollTop = scrolledTo(grid, at, { top: element.scrollTop, height: view.height });
  });
  useLayoutEffect(() => keepInView(), [at, grid.columns, grid.pitch]);

  const answer = useEffectEvent((event: KeyboardEvent): boolean => {
    if (['Escape', 'G', 'O'].some((key) => isKey(event, key))) onClose();
    else if (isKey(event, 'Enter') || isKey(event, ' ')) onGo(slides[at]?.key ?? current);
    else {
      const rows = Math.max(1, Math.floor(view.height / grid.pitch));
      const place = overviewStep(event, at, slides.length, { columns: grid.columns, rows });
      const key = place === null ? undefined : slides[place]?.key;
      if (key === undefined) return false;
      setChosen(key);
    }
    return true;
  });
  const pressed = useEffectEvent(({ target }: MouseEvent): void => {
    const slide =
      target instanceof Element ? target.closest<HTMLElement>('.ui-overview-slide')?.dataset['slide'] : null;
    if (slide !== null && slide !== undefined) onGo(slide);
  });
  useEffect(() => {
    const element = box.current;
    const onClick = (event: MouseEvent) => pressed(event);
    const onKey = (event: KeyboardEvent) => {
      if (!answer(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    element?.addEventListener('click', onClick);
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      element?.removeEventListener('click', onClick);
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, []);

  return (
    <div
      ref={box}
      className="ui-overview"
      role="listbox"
      aria-label="All slides"
      style={{ '--caption': `${grid.caption}px` } as CSSProperties}
      aria-activedescendant={`overview-${slides[at]?.key ?? ''}`}
      tabIndex={0}
      onScroll={({ currentTarget }) => setView((before) => ({ ...before, top: currentTarget.scrollTop }))}
    >
      <div role="presentation" style={{ height: Math.ceil(slides.length / grid.columns) * grid.pitch + overviewGap }}>
        {view.width > 0 &&
          slides.slice(from, to).map(({ key, label }, i) => {
            const place = from + i;
            const left = overviewGap + (place % grid.columns) * (grid.width + overviewGap);
            const top = overviewGap + Math.floor(place / grid.columns) * grid.pitch;
            return (
              <OverviewSlide
                key={key}
                slide={key}
                label={label}
                place={place}
                count={slides.length}
                chosen={place === at}
                shown={key === current}
                look={look}
                assets={assets}
                width={grid.width}
                position={`translate(${left}px, ${top}px)`}
              />
            );
          })}
      </div>
    </div>
  );
}

interface OverviewSlideProps {
  readonly slide: string;
  readonly label: string;
  readonly place: number;
  readonly count: number;
  /** Whether the keys are on it. */
  readonly chosen: boolean;
  /** Whether the audience sees it now. */
  readonly shown: boolean;
  readonly look: DeckLook;
  readonly assets: string;
  readonly width: number;
  readonly position: string;
}

function OverviewSlide(props: OverviewSlideProps): ReactElement {
  const { slide, label, place, count, chosen, shown, look, assets, width, position } = props;
  const session = useSession();
  const matter = useDeck(
    ({ state }) => slideMatter(state, slide),
    (a, b) => a.body === b.body && a.label === b.label && isSameList(a.drawings, b.drawings),
  );
  const title = useDeck(({ state }) => {
    const found = lookUpSlide(slideIndex(state), slide);
    return found === undefined ? '' : slideTitle(state, found.slide);
  });
  const draw = useCallback(() => {
    const frame = slideFrame(session.renderer.render(matterSource(session.state, matter, assets)), look);
    return withDrawings(frame, matter.drawings, look);
  }, [session, matter, assets, look]);
  return (
    <div
      id={`overview-${slide}`}
      role="option"
      tabIndex={-1}
      className="ui-overview-slide"
      data-slide={slide}
      aria-selected={chosen}
      aria-current={shown || undefined}
      aria-posinset={place + 1}
      aria-setsize={count}
      style={{ width, transform: position }}
    >
      <SlidePicture look={look} width={width} draw={draw} />
      <span className="ui-overview-label">
        {label}{' '}
        <span className="ui-overview-title" dir="auto">
          {title}
        </span>
        {title === '' && <span className="ui-visually-hidden">untitled</span>}
        {shown && <span className="ui-visually-hidden">shown now</span>}
      </span>
    </div>
  );
}

interface LabelledSlide {
  readonly key: string;
  readonly label: string;
}

/** The slides that are not hidden. */
const shownSlides = perOutline((index): readonly LabelledSlide[] => {
  const labels = slideLabels(index);
  return index.slides.flatMap((slide, i) => (isHidden(slide) ? [] : [{ key: slide.key, label: labels[i] ?? '' }]));
});
