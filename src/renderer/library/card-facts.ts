import type { DeckCard } from '../../contract/schemas/library.ts';

/** What a card says under its title, such as `14 slides · 20 min`. */
export function cardFacts(card: Pick<DeckCard, 'slides' | 'minutes'>): string {
  const slides = `${card.slides} ${card.slides === 1 ? 'slide' : 'slides'}`;
  return card.minutes === null ? slides : `${slides} · ${card.minutes} min`;
}

/** A time as people say it: by the clock today and yesterday, else by the date. */
export function changedAt(time: Date, now: Date): string {
  const clock = time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const days = Math.round((startOfDay(now) - startOfDay(time)) / 86_400_000);
  if (days === 0) return `today ${clock}`;
  if (days === 1) return `yesterday ${clock}`;
  return time.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

function startOfDay(time: Date): number {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();
}
