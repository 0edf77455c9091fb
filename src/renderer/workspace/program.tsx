import { createRoot } from 'react-dom/client';
import type { HostClient } from '../../contract/client.ts';
import type { FirstSlide } from '../first-slide/first-slide.ts';
import { Start } from './start.tsx';
import '../slide/more-fonts.css';
import './board/board.css';
import './editor/editor.css';
import './sorter/sorter.css';
import './dialogs.css';
import './theme/theme.css';
import './history/history.css';
import './compare/compare.css';
import './files/files.css';
import '../annotate/annotate.css';
import '../comments/comments.css';
import '../present/present.css';
import '../library/library.css';
import '../library/library-dialogs.css';

/** Starts the program in its page. */
export function startProgram(client: HostClient, first: FirstSlide | null): void {
  const root = document.getElementById('app');
  if (root === null) throw new Error('The page has no #app element');
  createRoot(root).render(<Start client={client} first={first} />);
}
