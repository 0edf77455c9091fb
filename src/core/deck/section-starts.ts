/**
 * Which columns of a deck start a section: those whose first slide is headed by a `#` heading, by their index. Where more than half
 * of the columns would, `#` is just how the deck writes its titles, and none does.
 * @param titled of each column, whether its first slide has such a heading
 */
export function sectionStarts(titled: readonly boolean[]): readonly number[] {
  const starts = titled.flatMap((isTitled, column) => (isTitled ? [column] : []));
  return starts.length * 2 <= titled.length || titled.length === 1 ? starts : [];
}
