/** Something about a deck that its author should know. It never stops the deck from opening. */
export interface Diagnostic {
  /** Stable kebab-case name of the rule, such as `setext-heading`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly message: string;
  /** Slide number from 1 in file order; absent for the deck as a whole. */
  readonly slide?: number;
  /** Line in the file, from 1. */
  readonly line?: number;
  /** Column in UTF-16 code units, from 1. */
  readonly column?: number;
}
