import type { Diagnostic } from '../../core/diagnostic.ts';

/** Collects what a slide's author should know while the slide is rendered. */
export class Findings {
  readonly diagnostics: Diagnostic[] = [];
  readonly #body: string;
  readonly #firstLine: number | undefined;

  /**
   * @param body the slide's Markdown
   * @param firstLine the line of the file that the body starts on, from 1; without it diagnostics name no line
   */
  constructor(body: string, firstLine: number | undefined) {
    this.#body = body;
    this.#firstLine = firstLine;
  }

  /** Adds a diagnostic, on the line where `near` first stands in the slide. One that says the same is not added again. */
  add(code: string, severity: Diagnostic['severity'], message: string, near?: string): void {
    if (this.diagnostics.some((known) => known.code === code && known.message === message)) return;
    const at = near === undefined || near === '' ? -1 : this.#body.indexOf(near);
    const line =
      this.#firstLine === undefined || at === -1
        ? {}
        : { line: this.#firstLine + this.#body.slice(0, at).split('\n').length - 1 };
    this.diagnostics.push({ code, severity, message, ...line });
  }
}
