import { type ReactElement, useMemo } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { setFrontMatterKey } from '../../../core/deck/commands/set-front-matter-key.ts';
import { deckSettings } from '../../../core/deck/front-matter.ts';
import { findTheme, themes } from '../../../core/deck/themes.ts';
import type { DeckLook } from '../../slide/deck-look.ts';
import { slideFrame } from '../../slide/slide-frame.ts';
import { renderMatter, slideMatter } from '../../stage/session-source.ts';
import { useSay } from '../announcer.tsx';
import { SlidePicture } from '../slide-picture.tsx';
import { useRem } from '../use-rem.ts';
import { useDeck, useSession } from '../use-session.ts';

/** Height of the pictures, in rem: theirs is the width that slides of any shape then have. */
const pictureHeight = 5.625;

interface ThemePickerProps {
  readonly look: DeckLook;
  readonly assets: string;
}

/** The current slide in every theme. Picking one writes it into the deck's front matter. */
export function ThemePicker({ look, assets }: ThemePickerProps): ReactElement {
  const session = useSession();
  const say = useSay();
  const rem = useRem();
  const slide = useDeck((deck) => deck.current);
  const named = useDeck(({ state }) => deckSettings(state).settings.theme);
  // As the slide was when the pictures were first drawn: writing its theme changes nothing else about it.
  const rendered = useMemo(
    () => renderMatter(session.state, slideMatter(session.state, slide), assets),
    [session, slide, assets],
  );
  const pictures = useMemo(
    () =>
      themes.map((theme) => {
        const own = { ...look, theme: theme.name };
        return { theme, own, draw: () => slideFrame(rendered, own) };
      }),
    [look, rendered],
  );

  const pick = (name: string): void => {
    const theme = findTheme(name);
    if (theme === undefined) return;
    if (session.run((state) => setFrontMatterKey(state, 'theme', theme.name))) say(`Theme: ${theme.label}`);
    else say('The theme cannot be set: the front matter does not parse. Correct it in the source first.');
  };

  return (
    <ListBox
      aria-label="Deck themes"
      className="ui-themes"
      layout="grid"
      selectionMode="single"
      disallowEmptySelection
      // A name that is not known is no theme, whatever the deck is shown in.
      selectedKeys={named === undefined || findTheme(named) !== undefined ? [look.theme] : []}
      onSelectionChange={(keys) => keys !== 'all' && [...keys].forEach((key) => pick(String(key)))}
    >
      {pictures.map(({ theme, own, draw }) => (
        <ListBoxItem key={theme.name} id={theme.name} textValue={`${theme.label}: ${theme.about}`} className="ui-theme">
          <SlidePicture look={own} width={Math.round((pictureHeight * rem * own.width) / own.height)} draw={draw} />
          <span className="ui-theme-name">{theme.label}</span>
          <span className="ui-theme-about">{theme.about}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
