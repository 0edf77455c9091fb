import { type ReactElement, useCallback, useEffect, useMemo, useState } from 'react';
import { createDeck } from '../../core/deck/deck-state.ts';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { deckLook } from '../slide/deck-look.ts';
import { slideFrame } from '../slide/slide-frame.ts';
import { renderMatter, slideMatter } from '../stage/session-source.ts';
import { SlidePicture } from '../workspace/slide-picture.tsx';
import { markWords } from './mark-words.ts';

interface TextPictureProps {
  /** A deck's text up to the end of its first slide, which is the one that is drawn. */
  readonly text: string;
  /** The label at its foot. */
  readonly label?: string;
  /** Where the deck's images are served from; ends with `/`. */
  readonly assets: string;
  /** Width of the place for it, in CSS pixels; the place is 16 by 9, and the picture fits into it. */
  readonly width: number;
  /** Words to mark in it, as they are written there. */
  readonly words?: readonly string[];
}

const noWords: readonly string[] = [];

/** Longest wait for a quiet moment, in ms. */
const patience = 200;

/** The real slide, small, drawn from Markdown in a quiet moment: cards that only scroll by are not drawn. */
export function TextPicture(props: TextPictureProps): ReactElement | null {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const moment = requestIdleCallback(() => setDue(true), { timeout: patience });
    return () => cancelIdleCallback(moment);
  }, []);
  return isDue ? <DrawnPicture {...props} /> : null;
}

function DrawnPicture({ text, label = '1', assets, width, words = noWords }: TextPictureProps): ReactElement {
  const state = useMemo(() => createDeck(text), [text]);
  const look = useMemo(() => deckLook(deckSettings(state).settings, assets), [state, assets]);
  const draw = useCallback(() => {
    const first = slideIndex(state).slides[0]?.key ?? '';
    const frame = slideFrame(renderMatter(state, { ...slideMatter(state, first), label }, assets), look);
    markWords(frame, words);
    return frame;
  }, [state, look, label, assets, words]);
  const fitting = Math.min(width, ((width * 9) / 16) * (look.width / look.height));
  return <SlidePicture look={look} width={fitting} draw={draw} />;
}
