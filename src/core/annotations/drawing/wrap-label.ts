import { labelArea } from './label.ts';

/**
 * A label’s text with line ends where it would be wider than there is room: for texts that came from a program that breaks
 * lines by itself. Words that are wider than that stay whole.
 * @param size of the letters, and `width` of the room, in slide units
 */
export function wrapLabel(text: string, size: number, width: number): string {
  const isWider = (line: string): boolean => labelArea({ x: 0, y: 0, text: line, size }).width > width;
  return text
    .split('\n')
    .flatMap((line) => {
      const lines: string[] = [];
      let open = '';
      for (const word of line.split(' ')) {
        const longer = open === '' ? word : `${open} ${word}`;
        if (open !== '' && isWider(longer)) {
          lines.push(open);
          open = word;
        } else open = longer;
      }
      return [...lines, open];
    })
    .join('\n');
}
