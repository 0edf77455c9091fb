import type { Rule } from './rule.ts';
import { droppedAttribute } from './rules/dropped-attribute.ts';
import { frontMatter } from './rules/front-matter.ts';
import { largeFile } from './rules/large-file.ts';
import { leftOutMedia } from './rules/left-out-media.ts';
import { missingFile } from './rules/missing-file.ts';
import { missingSpace } from './rules/missing-space.ts';
import { repeatedId } from './rules/repeated-id.ts';
import { setextHeading } from './rules/setext-heading.ts';
import { unclosedBlock } from './rules/unclosed-block.ts';
import { unclosedColumns } from './rules/unclosed-columns.ts';
import { unreadAttribute } from './rules/unread-attribute.ts';

/** Everything that is looked for. A new rule is a file of its own and a line here. */
export const rules: readonly Rule[] = [
  frontMatter,
  setextHeading,
  missingSpace,
  unclosedBlock,
  unclosedColumns,
  unreadAttribute,
  droppedAttribute,
  repeatedId,
  leftOutMedia,
  missingFile,
  largeFile,
];
