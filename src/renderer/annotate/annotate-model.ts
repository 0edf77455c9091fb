import type { DrawingTools, ToolName, ToolStyle } from '../../contract/drawing-tools.ts';
import { defaultLayerId } from '../../core/annotations/layer.ts';
import type { Point } from '../../core/annotations/drawing/geometry.ts';

/** A label that is being written. */
export interface LabelEdit {
  /** Id of the label; `null` for a new one. */
  readonly id: string | null;
  readonly slide: string;
  /** Its top left corner. */
  readonly at: Point;
  readonly text: string;
  /** `#rrggbb`. */
  readonly color: string;
  /** Of the letters, in slide units. */
  readonly size: number;
}

export interface AnnotateState extends DrawingTools {
  /** Ids of what is selected; those that are not on the slide in view, or not free, do not count. */
  readonly selected: ReadonlySet<string>;
  /** Id of the layer that new drawings go to; one that is not there stands for the default layer. */
  readonly layer: string;
  readonly editing: LabelEdit | null;
}

const nothing: ReadonlySet<string> = new Set();

/** What somebody draws with, and on which layer: of one window's view of a deck. Nothing of it is in the deck. */
export class AnnotateModel {
  #state: AnnotateState;
  readonly #listeners = new Set<() => void>();
  readonly #remember: (tools: DrawingTools) => void;

  /** @param remember is told of the tools whenever another one is taken, or in another style */
  constructor(tools: DrawingTools, remember: (tools: DrawingTools) => void) {
    this.#state = { ...tools, selected: nothing, layer: defaultLayerId, editing: null };
    this.#remember = remember;
  }

  readonly state = (): AnnotateState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes a tool. What was selected stays so only for the tool that selects. */
  take(tool: ToolName): void {
    if (tool === this.#state.tool) return;
    this.#set({ tool, selected: nothing });
    this.#tell();
  }

  style(tool = this.#state.tool): ToolStyle {
    return this.#state.styles[tool];
  }

  /** Draws with another colour or width from now on. */
  restyle(tool: ToolName, change: Partial<ToolStyle>): void {
    const { styles } = this.#state;
    this.#set({ styles: { ...styles, [tool]: { ...styles[tool], ...change } } });
    this.#tell();
  }

  select(ids: Iterable<string>): void {
    const selected = new Set(ids);
    if (selected.size === 0 && this.#state.selected.size === 0) return;
    this.#set({ selected });
  }

  drawOn(layer: string): void {
    this.#set({ layer });
  }

  edit(editing: LabelEdit | null): void {
    this.#set({ editing });
  }

  #tell(): void {
    const { tool, styles } = this.#state;
    this.#remember({ tool, styles });
  }

  #set(change: Partial<AnnotateState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
