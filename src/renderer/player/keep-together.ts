import { goTo, type PlayerDeck, placeOf } from './player-deck.ts';
import { listen, type Message, say } from './window-talk.ts';

const steps = ['slidechanged', 'fragmentshown', 'fragmenthidden', 'paused', 'resumed'];

/**
 * Keeps the deck of this window and that of another one at the same place: each tells of its own steps, and follows the
 * other’s.
 * @param other the other window, while there is one
 * @param onStep called after every step, whoever made it
 */
export function keepTogether(reveal: PlayerDeck, other: () => Window | null, onStep: () => void = () => {}): void {
  /** Where both are, as far as this window knows: what was heard is not told again. */
  let known = '';

  const here = (): Extract<Message, { readonly kind: 'at' }> => ({
    kind: 'at',
    place: placeOf(reveal),
    isPaused: reveal.isPaused(),
  });
  const tell = (): void => {
    const [message, to] = [here(), other()];
    if (to === null || JSON.stringify(message) === known) return;
    known = JSON.stringify(message);
    say(to, message);
  };
  for (const step of steps) {
    reveal.on(step, () => {
      tell();
      onStep();
    });
  }
  listen(other, (message) => {
    if (message.kind === 'hello') {
      known = '';
      tell();
      return;
    }
    known = JSON.stringify(message);
    goTo(reveal, message.place);
    if (message.isPaused !== reveal.isPaused()) reveal.togglePause(message.isPaused);
    onStep();
  });
}
