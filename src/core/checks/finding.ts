import type { Diagnostic } from '../diagnostic.ts';
import type { Edit } from '../deck/slide-comment.ts';
import type { Range } from '../deck/slide.ts';

/** How a problem can be mended without a loss: edits of the slide's body. */
export interface Fix {
  /** In the form of a button, such as `Put a blank line above`. */
  readonly label: string;
  readonly edits: readonly Edit[];
}

/** What a rule finds in one slide: `from` and `to` say where in its body. It holds for that body, wherever the slide stands. */
export interface Finding extends Range {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  /** What is wrong and what to do about it, in plain words. The slide's number is not in it: slides move. */
  readonly message: string;
  readonly fix?: Fix;
}
