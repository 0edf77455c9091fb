import type { EditorState } from '@codemirror/state';

/** So many lines back a fence is looked for. */
const reach = 500;

/** Whether a line stands between the fences of a code block of its slide. */
export function isInCode(state: EditorState, lineNumber: number): boolean {
  let first = lineNumber;
  while (first > 1 && lineNumber - first < reach && !/^-{2,4}\s*$/.test(state.doc.line(first - 1).text)) first--;
  let open: string | null = null;
  for (let number = first; number < lineNumber; number++) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(state.doc.line(number).text)?.[1];
    if (fence === undefined) continue;
    if (open === null) open = fence;
    else if (fence.startsWith(open)) open = null;
  }
  return open !== null;
}
