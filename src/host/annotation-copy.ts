import { parse } from 'node:path';
import type { CopyOutcome, CopyRequest } from '../contract/schemas/review.ts';
import { annotationCopies } from '../core/annotations/annotation-copies.ts';
import type { ChooseTarget } from './export/export-service.ts';

/** Writes a file with something of a deck's annotations, such as `talk.comments.md`, where the user chose. */
export async function saveCopy(
  { copy, slide, text }: Pick<CopyRequest, 'copy' | 'slide' | 'text'>,
  deckPath: string,
  chooseTarget: ChooseTarget,
): Promise<CopyOutcome> {
  const kind = annotationCopies[copy];
  const part = slide === undefined ? kind.part : `${kind.part}-${slide.replace('.', '-')}`;
  const target = await chooseTarget({ name: `${parse(deckPath).name}${part}${kind.extension}`, kind, deckPath });
  if (target === null) return { outcome: 'cancelled' };
  return { outcome: 'saved', ...(await target.save(new TextEncoder().encode(text))) };
}
