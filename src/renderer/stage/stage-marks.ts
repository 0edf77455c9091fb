import type { StageMap } from './stage-map.ts';

/** What of a deck's options makes the marks. */
export interface MarkOptions {
  readonly progress: boolean;
  /** As reveal.js takes it: `true`, or one of its formats. */
  readonly slideNumber: boolean | string;
}

/** How much of a slide's part of the bar its fragments fill; the rest is the step to the next slide. */
const fragmentWeight = 0.9;

/** How far a talk has come, from 0 to 1; `shown` is the share of the slide's fragments that are. */
export function progressAt(map: StageMap, key: string, shown: number): number {
  if (map.counted < 2) return 0;
  return Math.min(1, (map.countedBefore(key) + shown * fragmentWeight) / (map.counted - 1));
}

/** The slide at a share of the bar's width. */
export function slideAtShare(map: StageMap, share: number): string | undefined {
  const counted = map.slides.filter((slide) => slide.counted);
  const at = Math.floor(Math.min(1, Math.max(0, share)) * counted.length);
  return counted[Math.min(at, counted.length - 1)]?.key;
}

/**
 * What stands in the corner, in the parts that it is drawn in: how many slides were shown, or, where reveal.js would say
 * column and row, the slide's label, as it stands everywhere else.
 */
export function numberParts(map: StageMap, key: string, slideNumber: boolean | string): readonly string[] {
  const format = typeof slideNumber === 'string' ? slideNumber : 'h.v';
  const count = map.countedBefore(key) + (map.isCounted(key) ? 1 : 0);
  if (format === 'c/t') return [`${count}`, '/', `${map.counted}`];
  if (format === 'c') return [`${count}`];
  const [column = '', row] = map.label(key).split('.');
  return row === undefined ? [column] : [column, format === 'h/v' ? '/' : '.', row];
}

/** Progress bar and slide number: reveal.js would draw them from the few slides that are in the page. */
export class StageMarks {
  readonly #bar = document.createElement('span');
  readonly #number = document.createElement('div');
  readonly #slideNumber: boolean | string;

  constructor(stage: HTMLElement, { progress, slideNumber }: MarkOptions, onShare: (share: number) => void) {
    this.#slideNumber = slideNumber;
    const rail = document.createElement('div');
    rail.className = 'progress stage-progress';
    rail.append(this.#bar);
    rail.addEventListener('click', (event) => {
      // A click elsewhere on the stage is a step.
      event.stopPropagation();
      const { left, width } = rail.getBoundingClientRect();
      onShare((event.clientX - left) / Math.max(1, width));
    });
    this.#number.className = 'slide-number stage-number';
    if (progress) stage.append(rail);
    if (slideNumber !== false) stage.append(this.#number);
  }

  update(map: StageMap, key: string, section: Element | undefined): void {
    const fragments = section?.querySelectorAll('.fragment').length ?? 0;
    const visible = section?.querySelectorAll('.fragment.visible').length ?? 0;
    this.#bar.style.transform = `scaleX(${progressAt(map, key, fragments === 0 ? 0 : visible / fragments)})`;
    if (this.#slideNumber === false) return;
    const parts = numberParts(map, key, this.#slideNumber).map((text, i) => {
      const part = document.createElement('span');
      part.className = ['slide-number-a', 'slide-number-delimiter', 'slide-number-b'][i] ?? '';
      part.textContent = text;
      return part;
    });
    this.#number.replaceChildren(...parts);
  }
}
