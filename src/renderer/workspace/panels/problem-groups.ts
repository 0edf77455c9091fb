import type { Problem } from '../../../core/checks/problem.ts';

/** The problems of one slide, or of the front matter. */
export interface ProblemGroup {
  readonly id: string;
  /** The slide's key; `null` for the front matter. */
  readonly key: string | null;
  readonly problems: readonly Problem[];
}

/** Problems by slide, in the order of the file. */
export function problemGroups(problems: readonly Problem[]): readonly ProblemGroup[] {
  return Array.from(
    Map.groupBy(problems, ({ key }) => key),
    ([key, found]) => ({ id: `group:${key ?? ''}`, key, problems: found }),
  );
}
