/** Shows the time of day, and how long the talk has been going on: from its first step, or from when it was set back. */
export function talkClock({
  elapsed,
  now,
  reset,
}: {
  readonly elapsed: HTMLElement;
  readonly now: HTMLElement;
  readonly reset: HTMLElement;
}): void {
  let began = Date.now();
  const show = (): void => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const parts = hours > 0 ? [hours, minutes, seconds % 60] : [minutes, seconds % 60];
    elapsed.textContent = parts.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
    now.textContent = new Date().toLocaleTimeString(document.documentElement.lang || undefined, {
      hour: '2-digit',
      minute: '2-digit',
    });
  };
  reset.addEventListener('click', () => {
    began = Date.now();
    show();
  });
  show();
  setInterval(show, 500);
}
