import type { Transaction } from '@codemirror/state';
import type { AnnotationFields } from '../../core/annotations/annotation-fields.ts';
import { layers } from '../../core/annotations/annotation-field.ts';
import { addOnLayer, addAnnotations, type AnnotationOrigin } from '../../core/annotations/commands/add-annotations.ts';
import { changeAnnotations, eraseAnnotations } from '../../core/annotations/commands/change-annotations.ts';
import { orderAnnotations, type OrderMove } from '../../core/annotations/commands/order-annotations.ts';
import { removeAnnotations } from '../../core/annotations/commands/remove-annotations.ts';
import { type Drawing, isHighlight } from '../../core/annotations/drawing/drawing.ts';
import { defaultLayer, defaultLayerId, type Layer } from '../../core/annotations/layer.ts';
import { drawingsOn, isFree } from '../../core/annotations/slide-annotations.ts';
import type { DeckSession } from '../workspace/deck-session.ts';
import type { AnnotateModel } from './annotate-model.ts';
import { newId } from './new-id.ts';

export interface DeskOptions {
  readonly session: DeckSession;
  readonly model: AnnotateModel;
  /** Key of the slide that is drawn on. */
  readonly slide: () => string;
  /** Who draws; '' where nobody is named. */
  readonly author: () => string;
  readonly say: (message: string) => void;
  /** The one layer that is drawn on and erased from, which is made with its first drawing; `null` for all of the deck. */
  readonly only?: () => Layer;
}

/** A slide to draw on: what lies on it, what of that is selected, and everything that can be done with it. */
export class DrawingDesk {
  readonly model: AnnotateModel;
  readonly session: DeckSession;
  readonly say: (message: string) => void;
  readonly #options: DeskOptions;

  constructor(options: DeskOptions) {
    this.model = options.model;
    this.session = options.session;
    this.say = options.say;
    this.#options = options;
  }

  get slide(): string {
    return this.#options.slide();
  }

  /** What can be seen on the slide, the lowest first as the slide shows it: highlights under everything else. */
  drawings(): readonly Drawing[] {
    const all = drawingsOn(this.session.state, this.slide);
    const highlights = all.filter(isHighlight);
    return highlights.length === 0 ? all : [...highlights, ...all.filter((drawing) => !isHighlight(drawing))];
  }

  /** Of those, the ones that may be changed. */
  free(): readonly Drawing[] {
    const { state } = this.session;
    const only = this.#options.only?.().id;
    return this.drawings().filter((drawing) => isFree(state, drawing) && (only ?? drawing.layer) === drawing.layer);
  }

  /** What is selected of the slide, the lowest first. */
  selected(): readonly Drawing[] {
    const { selected } = this.model.state();
    return selected.size === 0 ? [] : this.free().filter(({ id }) => selected.has(id));
  }

  /** The layer that new drawings go to. */
  target(): Layer {
    const only = this.#options.only?.();
    if (only !== undefined) return only;
    const all = layers(this.session.state);
    const find = (wanted: string) => all.find(({ id }) => id === wanted);
    return find(this.model.state().layer) ?? find(defaultLayerId) ?? defaultLayer;
  }

  /** Whether something can be drawn; if not, says why. */
  canDraw(): boolean {
    const { name, locked, hidden } = this.target();
    if (!locked && !hidden) return true;
    const [what, cure] = locked ? ['locked', 'Unlock'] : ['hidden', 'Show'];
    this.say(`The layer “${name}” is ${what}. ${cure} it, or draw on another one.`);
    return false;
  }

  /** What a new drawing has besides its shape. */
  fields(): AnnotationFields {
    const created = new Date().toISOString();
    return { id: newId(), slide: this.slide, layer: this.target().id, creator: this.#options.author(), created };
  }

  /** Puts drawings on the slide. */
  add(drawings: readonly Drawing[], origin: AnnotationOrigin = 'add'): boolean {
    if (drawings.length === 0 || !this.canDraw()) return false;
    const layer = this.#options.only?.();
    return this.session.run((state) =>
      layer === undefined ? addAnnotations(state, drawings, origin) : addOnLayer(state, layer, drawings),
    );
  }

  /** Gives drawings other values. */
  change(drawings: readonly Drawing[]): boolean {
    const modified = new Date().toISOString();
    return this.#run((state) =>
      changeAnnotations(
        state,
        drawings.map((drawing) => ({ ...drawing, modified })),
      ),
    );
  }

  remove(drawings: readonly Drawing[]): boolean {
    return this.#run((state) => removeAnnotations(state, idsOf(drawings)));
  }

  /** Puts what an eraser left in the place of what it met. */
  erase(remains: ReadonlyMap<string, readonly Drawing[]>): boolean {
    return this.#run((state) => eraseAnnotations(state, remains));
  }

  order(drawings: readonly Drawing[], move: OrderMove): boolean {
    return this.#run((state) => orderAnnotations(state, idsOf(drawings), move));
  }

  #run(command: (state: DeckSession['state']) => Transaction | null): boolean {
    return this.session.run(command);
  }
}

export function idsOf(drawings: readonly Drawing[]): readonly string[] {
  return drawings.map(({ id }) => id);
}
