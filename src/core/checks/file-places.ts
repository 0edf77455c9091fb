import type { EditorState } from '@codemirror/state';
import { slideBody, slideIndex } from '../deck/slide-index.ts';
import { addressPath } from './deck-files.ts';
import { shownFiles } from './shown-files.ts';
import { readSlideText } from './slide-text.ts';

/** Where a slide names a file that it shows. */
export interface FilePlace {
  /** Path from the deck's folder. */
  readonly path: string;
  /** From 1 in file order. */
  readonly slide: number;
  /** In the file, from 1; columns in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
}

/** All places where the slides of a deck show one of these files, in the order of the file. */
export function filePlaces(state: EditorState, paths: ReadonlySet<string>): readonly FilePlace[] {
  const wanted = new Set([...paths].map((path) => path.normalize('NFC')));
  return slideIndex(state).slides.flatMap((slide, i) =>
    shownFiles(readSlideText(slideBody(state, slide)))
      .toSorted((a, b) => a.from - b.from)
      .flatMap(({ address, from }): readonly FilePlace[] => {
        const path = addressPath(address).normalize('NFC');
        if (!wanted.has(path)) return [];
        const offset = slide.from + from;
        const line = state.doc.lineAt(offset);
        return [{ path, slide: i + 1, line: line.number, column: offset - line.from + 1 }];
      }),
  );
}
