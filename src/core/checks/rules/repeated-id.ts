import type { EditorState } from '@codemirror/state';
import { attributeEdits } from '../../deck/slide-comment.ts';
import { slideBody, slideIndex } from '../../deck/slide-index.ts';
import type { Slide } from '../../deck/slide.ts';
import { slideTitle } from '../../deck/summary.ts';
import type { DeckFinding, Rule } from '../rule.ts';

/** Two slides of one name. */
export const repeatedId: Rule = {
  inDeck: (state) => {
    const { slides } = slideIndex(state);
    const first = new Map<string, number>();
    const repeated: { readonly slide: number; readonly id: string; readonly other: number }[] = [];
    slides.forEach(({ attributes }, i) => {
      const id = attributes.get('id');
      if (id === undefined) return;
      const other = first.get(id);
      if (other === undefined) first.set(id, i);
      else repeated.push({ slide: i, id, other });
    });
    const taken = new Set(first.keys());
    return repeated.flatMap(({ slide: i, id, other }): readonly DeckFinding[] => {
      const slide = slides[i];
      if (slide === undefined) return [];
      const body = slideBody(state, slide);
      const fresh = freshName(id, taken);
      taken.add(fresh);
      const edits = attributeEdits(body, 'id', fresh);
      return [
        {
          slide: i,
          code: 'repeated-id',
          severity: 'warning',
          message: `${titled(state, slides[other])} has the id “${id}”, too: links and annotations find only that one.`,
          from: edits[0]?.from ?? 0,
          to: edits[0]?.to ?? 0,
          fix: { label: `Name this one “${fresh}”`, edits },
        },
      ];
    });
  },
};

/** How a message names a slide: programs and people count slides differently. */
function titled(state: EditorState, slide: Slide | undefined): string {
  const title = slide === undefined ? '' : slideTitle(state, slide);
  return title === '' ? 'An earlier slide' : `The slide “${title}”`;
}

function freshName(id: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const name = `${id}-${number}`;
    if (!taken.has(name)) return name;
  }
}
