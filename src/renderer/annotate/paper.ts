import type { Drawing } from '../../core/annotations/drawing/drawing.ts';
import { drawingElement, shownElements } from '../slide/ink-layer.ts';
import type { RevealStage } from '../stage/reveal-adapter.ts';

/** The slide on the stage, for what is being done with a pointer: it shows what is not in the deck yet. */
export interface Paper {
  /** CSS pixels for one slide unit. */
  readonly scale: number;
  /** Shows a drawing that is being made, on top of everything; `null` for none any more. */
  live(drawing: Drawing | null): void;
  /** Shows these in place of what is on the slide; `null` shows that again. */
  preview(drawings: readonly Drawing[] | null): void;
  /** Shows drawings so many slide units from where they are; at 0, 0 where they are. */
  shift(drawings: readonly Drawing[], dx: number, dy: number): void;
  /** Shows the way of a lasso, closed where it is a loop; `null` for none. */
  mark(path: string | null): void;
}

/** The slide in view on a stage. */
export class StagePaper implements Paper {
  readonly #stage: RevealStage;
  #live: SVGElement | null = null;
  #mark: SVGElement | null = null;

  constructor(stage: RevealStage) {
    this.#stage = stage;
  }

  /** Takes the element, over the slide and in slide units, for what is being drawn. */
  readonly takeLive = (element: SVGElement | null): void => {
    this.#live = element;
  };

  /** Takes the path, over the slide and in slide units, for what is being marked out. */
  readonly takeMark = (element: SVGElement | null): void => {
    this.#mark = element;
  };

  get scale(): number {
    return this.#stage.scale;
  }

  live(drawing: Drawing | null): void {
    this.#live?.replaceChildren(...(drawing === null ? [] : [drawingElement(drawing)]));
  }

  preview(drawings: readonly Drawing[] | null): void {
    this.#stage.preview(drawings);
  }

  shift(drawings: readonly Drawing[], dx: number, dy: number): void {
    const { section } = this.#stage;
    if (section === null) return;
    for (const element of drawings.flatMap((drawing) => shownElements(section, drawing))) {
      if (dx === 0 && dy === 0) element.removeAttribute('transform');
      else element.setAttribute('transform', `translate(${dx} ${dy})`);
    }
  }

  mark(path: string | null): void {
    if (path === null) this.#mark?.removeAttribute('d');
    else this.#mark?.setAttribute('d', path);
  }
}
