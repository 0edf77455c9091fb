import { isSameList } from '../../core/annotations/same-list.ts';
import { type DeckLook, slideFoot } from '../slide/deck-look.ts';
import { showFragments } from '../slide/fragments.ts';
import { showDrawings } from '../slide/ink-layer.ts';
import { dressSection, type SectionTree } from './section-tree.ts';
import type { SlideMatter, StageSource } from './stage-source.ts';

/** What stands in the sections of the page: put in once, and again only when what it is made from has changed. */
export class SectionContents {
  readonly #tree: SectionTree;
  readonly #look: DeckLook;
  readonly #shown = new Map<string, SlideMatter>();

  constructor(tree: SectionTree, look: DeckLook) {
    this.#tree = tree;
    this.#look = look;
  }

  /** Forgets the slides that have no section any more. */
  prune(): void {
    for (const key of this.#shown.keys()) if (this.#tree.section(key) === undefined) this.#shown.delete(key);
  }

  /** Fills a slide's section; `whole` shows all of its fragments. Says whether anything but what is drawn on it is new. */
  put(source: StageSource, key: string, whole: boolean): boolean {
    const section = this.#tree.section(key);
    if (section === undefined) return false;
    const matter = source.matter(key);
    const shown = this.#shown.get(key);
    const same = shown !== undefined && shown.body === matter.body && shown.label === matter.label;
    if (same && isSameList(shown.drawings, matter.drawings)) return false;
    this.#shown.set(key, matter);
    if (!same) {
      dressSection(section, source.render(matter));
      section.append(slideFoot(matter.label, this.#look));
      if (whole) showFragments(section);
    }
    showDrawings(section, matter.drawings, this.#look);
    return !same;
  }
}
