import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { slideParts } from '../../core/deck/notes.ts';
import { slideBody, slideIndex } from '../../core/deck/slide-index.ts';
import { countWords, plainText } from '../../core/deck/summary.ts';
import { Announcement } from './announcer.tsx';
import { HintedButton } from './hinted-button.tsx';
import { KeyHint } from './key-hint.tsx';
import { lookUpSlide } from '../stage/slide-lookup.ts';
import { useDeck, useSession } from './use-session.ts';

/** Where one is, how long the slide is, and what has just happened. */
export function StatusBar({ onKeys }: { readonly onKeys: () => void }): ReactElement {
  const session = useSession();
  const number = useDeck(({ state, current }) => lookUpSlide(slideIndex(state), current)?.number ?? 0);
  const count = useDeck(({ state }) => slideIndex(state).slides.length);
  const details = useDeck(({ state, current }) => {
    const slide = lookUpSlide(slideIndex(state), current)?.slide;
    if (slide === undefined) return '';
    const { content, notes } = slideParts(slideBody(state, slide), deckSettings(state).settings.notesSeparator);
    const words = countWords(plainText(content));
    return [
      `${words} ${words === 1 ? 'word' : 'words'}`,
      timing(slide.attributes.get('data-timing')),
      notes === null ? '' : 'notes',
    ]
      .filter(Boolean)
      .join(' · ');
  });
  const lineEnds = useDeck(({ state }) => (state.lineBreak === '\r\n' ? 'CRLF' : 'LF'));
  return (
    <footer className="ui-status">
      <span className="ui-status-place">
        <HintedButton
          label="Previous slide"
          className="ui-status-step"
          isDisabled={number <= 1}
          onPress={() => session.step(-1)}
        >
          <ChevronLeft aria-hidden />
        </HintedButton>
        <span>
          Slide {number} of {count}
        </span>
        <HintedButton
          label="Next slide"
          className="ui-status-step"
          isDisabled={number >= count}
          onPress={() => session.step(1)}
        >
          <ChevronRight aria-hidden />
        </HintedButton>
      </span>
      <span>{details}</span>
      <span className="ui-status-file">Markdown · UTF-8 · {lineEnds}</span>
      <Announcement className="ui-status-message" />
      <span className="ui-status-hints">
        <KeyHint keys="Alt+ArrowUp" /> <KeyHint keys="Alt+ArrowDown" /> move slide
        <span className="ui-status-gap" />
        <KeyHint keys="F5" /> present
        <span className="ui-status-gap" />
      </span>
      <HintedButton label="All keys" className="ui-status-step" onPress={onKeys}>
        <KeyHint keys="?" /> keys
      </HintedButton>
    </footer>
  );
}

/** `90` seconds as `1:30`; nothing where none are planned. */
function timing(seconds: string | undefined): string {
  const value = Number(seconds);
  if (seconds === undefined || !Number.isFinite(value) || value < 0) return '';
  return `${Math.floor(value / 60)}:${String(Math.round(value % 60)).padStart(2, '0')}`;
}
