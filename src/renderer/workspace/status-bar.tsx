import { ChevronLeft, ChevronRight, NotebookText } from 'lucide-react';
import type { ReactElement } from 'react';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { slideBody, slideIndex } from '../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../core/deck/slide-label.ts';
import { Announcement } from './announcer.tsx';
import { useCommandRegistry } from './commands/use-commands.ts';
import { HintedButton } from './hinted-button.tsx';
import { KeyHint } from './key-hint.tsx';
import { clockTime } from './panels/clock-time.ts';
import { plannedForDeck, plannedSeconds } from './panels/planned-time.ts';
import { spokenSeconds, wordCount } from './panels/speech.ts';
import { useSlideWords } from './panels/use-slide-words.ts';
import { useSettings } from './settings/use-settings.tsx';
import { lookUpSlide } from '../stage/slide-lookup.ts';
import { useDeck, useSession } from './use-session.ts';

/** Where one is, how long the slide and the talk are, and what has just happened. */
export function StatusBar(): ReactElement {
  const registry = useCommandRegistry();
  const lineEnds = useDeck(({ state }) => (state.lineBreak === '\r\n' ? 'CRLF' : 'LF'));
  return (
    <footer className="ui-status">
      <span className="ui-status-place">
        <StepButton label="Previous slide" by={-1}>
          <ChevronLeft aria-hidden />
        </StepButton>
        <SlidePlace />
        <StepButton label="Next slide" by={1}>
          <ChevronRight aria-hidden />
        </StepButton>
      </span>
      <SlideFacts />
      <DeckTime />
      <span className="ui-status-file">Markdown · UTF-8 · {lineEnds}</span>
      <Announcement className="ui-status-message" />
      <span className="ui-status-hints">
        <KeyHint keys="Alt+ArrowUp" /> <KeyHint keys="Alt+ArrowDown" /> move slide
        <span className="ui-status-gap" />
        <KeyHint keys="F5" /> present
        <span className="ui-status-gap" />
      </span>
      <HintedButton label="All keys" className="ui-status-step" onPress={() => registry.run('help.keys')}>
        <KeyHint keys="?" /> keys
      </HintedButton>
    </footer>
  );
}

interface StepButtonProps {
  readonly label: string;
  /** Slides on, or back. */
  readonly by: number;
  readonly children: ReactElement;
}

function StepButton({ label, by, children }: StepButtonProps): ReactElement {
  const session = useSession();
  const isEnd = useDeck(({ state, current }) => {
    const { outline, slides } = slideIndex(state);
    return slides[outline.place(current) + by] === undefined;
  });
  return (
    <HintedButton label={label} className="ui-status-step" isDisabled={isEnd} onPress={() => session.step(by)}>
      {children}
    </HintedButton>
  );
}

function SlidePlace(): ReactElement {
  const number = useDeck(({ state, current }) => lookUpSlide(slideIndex(state), current)?.number ?? 0);
  const count = useDeck(({ state }) => slideIndex(state).slides.length);
  const label = useDeck(({ state, current }) => slideLabelOf(slideIndex(state), current));
  return (
    <span>
      Slide {label} · {number} of {count}
    </span>
  );
}

/** How much is on the current slide, and how long it takes. */
function SlideFacts(): ReactElement {
  const { settings } = useSettings();
  const body = useDeck(({ state, current }) => {
    const slide = lookUpSlide(slideIndex(state), current)?.slide;
    return slide === undefined ? '' : slideBody(state, slide);
  });
  const separator = useDeck(({ state }) => deckSettings(state).settings.notesSeparator);
  const planned = useDeck(({ state, current }) => plannedSeconds(lookUpSlide(slideIndex(state), current)?.slide));
  const words = useSlideWords(body, separator);
  const notes = words?.notes ?? null;
  return (
    <span className="ui-status-facts">
      <span>{words === null ? 'counting words…' : wordCount(words.shown)}</span>
      {notes !== null && (
        <span className="ui-status-notes" title={`${wordCount(notes)} of notes`}>
          <NotebookText aria-hidden />
          notes ≈ {clockTime(spokenSeconds(notes, settings.speechRate))} spoken
        </span>
      )}
      {planned !== null && <span>{clockTime(planned)} planned</span>}
    </span>
  );
}

/** The time that is planned for the deck, against what its slides add up to. */
function DeckTime(): ReactElement | null {
  const sum = useDeck(({ state }) => plannedForDeck(slideIndex(state)));
  const minutes = useDeck(({ state }) => deckSettings(state).settings.minutes ?? null);
  if (sum === null) return minutes === null ? null : <span>{minutes} min for the deck</span>;
  if (minutes === null) return <span>{clockTime(sum)} for the deck</span>;
  const over = sum - minutes * 60;
  return (
    <span className="ui-status-time" data-over={over > 0}>
      {clockTime(sum)} of {clockTime(minutes * 60)}
      {over > 0 && ` · ${clockTime(over)} over`}
    </span>
  );
}
