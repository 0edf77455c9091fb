import { createRoot } from 'react-dom/client';
import type { HostClient } from '../../contract/client.ts';
import type { FirstSlide } from '../first-slide/first-slide.ts';
import { Start } from './start.tsx';

/** Starts the program in its page. */
export function startProgram(client: HostClient, first: FirstSlide | null): void {
  const root = document.getElementById('app');
  if (root === null) throw new Error('The page has no #app element');
  createRoot(root).render(<Start client={client} first={first} />);
}
