import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { setNotes } from '../../../core/deck/commands/set-notes.ts';
import { deckSettings } from '../../../core/deck/front-matter.ts';
import { slideParts } from '../../../core/deck/notes.ts';
import { slideBody, slideIndex } from '../../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../../core/deck/slide-label.ts';
import { countWords, plainText, slideTitle } from '../../../core/deck/summary.ts';
import { lookUpSlide } from '../../stage/slide-lookup.ts';
import { HintedButton } from '../hinted-button.tsx';
import { useSettings } from '../settings/use-settings.tsx';
import { useDeck, useSession } from '../use-session.ts';
import { clockTime } from './clock-time.ts';
import { NotesPreview } from './notes-preview.tsx';
import { plannedSeconds } from './planned-time.ts';
import { spokenSeconds, wordCount } from './speech.ts';

type Side = 'write' | 'preview';

interface NotesPanelProps {
  readonly assets: string;
  /** The deck's language. */
  readonly lang: string;
}

/** The current slide's speaker notes. What is typed goes straight into the deck; there is no copy to be saved. */
export function NotesPanel({ assets, lang }: NotesPanelProps): ReactElement {
  const session = useSession();
  const { settings } = useSettings();
  const [side, setSide] = useState<Side>('write');
  const key = useDeck((deck) => deck.current);
  const notes = useDeck(({ state, current }) => {
    const slide = lookUpSlide(slideIndex(state), current)?.slide;
    return slide === undefined
      ? ''
      : (slideParts(slideBody(state, slide), deckSettings(state).settings.notesSeparator).notes ?? '');
  });
  const title = useDeck(({ state, current }) => {
    const found = lookUpSlide(slideIndex(state), current);
    return found === undefined
      ? ''
      : `${slideLabelOf(slideIndex(state), found.slide.key)} · ${slideTitle(state, found.slide) || 'untitled'}`;
  });
  const planned = useDeck(({ state, current }) => plannedSeconds(lookUpSlide(slideIndex(state), current)?.slide));
  // Blank space at the ends, as it stands while typing: the deck keeps notes without it.
  const [draft, setDraft] = useState({ key, text: notes });
  const text = draft.key === key && draft.text.trim() === notes ? draft.text : notes;
  const words = countWords(plainText(notes));
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
    if (steps === 0 || !event.altKey) return;
    event.preventDefault();
    session.step(steps);
  };
  return (
    <div className="ui-notes" data-side={side}>
      <div className="ui-panel-bar">
        <h2 className="ui-panel-title" title={title}>
          Slide {title}
        </h2>
        <ToggleButtonGroup
          className="ui-switch ui-notes-sides"
          aria-label="Notes"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[side]}
          onSelectionChange={([chosen]) => setSide(chosen === 'preview' ? 'preview' : 'write')}
        >
          <ToggleButton id="write" className="ui-switch-part">
            Write
          </ToggleButton>
          <ToggleButton id="preview" className="ui-switch-part">
            Preview
          </ToggleButton>
        </ToggleButtonGroup>
        <HintedButton label="Notes of the slide before" keys="Alt+PageUp" onPress={() => session.step(-1)}>
          <ChevronLeft aria-hidden />
        </HintedButton>
        <HintedButton label="Notes of the next slide" keys="Alt+PageDown" onPress={() => session.step(1)}>
          <ChevronRight aria-hidden />
        </HintedButton>
      </div>
      <div className="ui-notes-room">
        <textarea
          className="ui-notes-text"
          aria-label={`Notes for slide ${title}`}
          data-deck-text
          dir="auto"
          lang={lang}
          onKeyDown={onKeyDown}
          placeholder="What to say, and why. Markdown; only you see it."
          spellCheck={settings.spellcheck}
          value={text}
          onChange={(event) => {
            const { value } = event.target;
            setDraft({ key, text: value });
            session.run((state) => setNotes(state, key, value));
          }}
        />
        <NotesPreview assets={assets} lang={lang} />
      </div>
      <p className="ui-notes-foot">
        <span>{wordCount(words)}</span>
        {words > 0 && (
          <span title={`At ${settings.speechRate} words a minute`}>
            ≈ {clockTime(spokenSeconds(words, settings.speechRate))} spoken
          </span>
        )}
        {planned !== null && <span>{clockTime(planned)} planned</span>}
      </p>
    </div>
  );
}
