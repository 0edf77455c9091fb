import { PenLine } from 'lucide-react';
import type { ReactElement } from 'react';
import { slideBody, slideIndex } from '../../core/deck/slide-index.ts';
import { useDeck } from './use-session.ts';

/** What to do with a deck that has nothing on its only slide; it stands on the stage until there is something. */
export function EmptyHint(): ReactElement | null {
  const isEmpty = useDeck(({ state }) => {
    const [only, ...others] = slideIndex(state).slides;
    return only !== undefined && others.length === 0 && slideBody(state, only).trim() === '';
  });
  if (!isEmpty) return null;
  return (
    <aside className="ui-empty" aria-label="Hint">
      <PenLine aria-hidden />
      <p className="ui-empty-title">Nothing here yet</p>
      <p className="ui-empty-text">Type in the source, or pick New slide.</p>
    </aside>
  );
}
