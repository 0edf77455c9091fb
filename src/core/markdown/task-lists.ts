/** Task lists as GFM has them: `- [ ] open`, `- [x] done`. The boxes are pictures of a state: they cannot be clicked. */
import type { MarkdownIt, Token } from 'markdown-it';

const box = /^\[([ xX])\][ \t]+/;

export function taskLists(parser: MarkdownIt): void {
  parser.core.ruler.after('inline', 'task_lists', (state) => {
    const lists: Token[] = [];
    state.tokens.forEach((token, index) => {
      if (/^(?:bullet|ordered)_list_open$/.test(token.type)) lists.push(token);
      if (/^(?:bullet|ordered)_list_close$/.test(token.type)) lists.pop();
      const [paragraph, inline] = [state.tokens[index + 1], state.tokens[index + 2]];
      if (token.type !== 'list_item_open' || paragraph?.type !== 'paragraph_open') return;
      const text = inline?.children?.[0];
      const match = text?.type === 'text' ? box.exec(text.content) : null;
      if (match === null || text === undefined) return;
      text.content = text.content.slice(match[0].length);
      const checkbox = new state.Token('html_inline', '', 0);
      checkbox.content = `<input type="checkbox" disabled=""${match[1] === ' ' ? '' : ' checked=""'} /> `;
      inline?.children?.unshift(checkbox);
      token.attrSet('class', 'task-list-item');
      lists.at(-1)?.attrSet('class', 'contains-task-list');
    });
  });
}
