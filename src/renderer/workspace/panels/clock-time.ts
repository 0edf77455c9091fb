/** `90` seconds as `1:30`. */
export function clockTime(seconds: number): string {
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}

/** `1:30`, `90`, `1 min` or `1.5m` as seconds; `null` for what is no time. */
export function readClockTime(text: string): number | null {
  const [, first, second, third] = /^\s*(\d{1,5}):(\d{1,2})(?::(\d{1,2}))?\s*$/.exec(text) ?? [];
  if (first !== undefined && second !== undefined) {
    const parts = third === undefined ? [0, first, second] : [first, second, third];
    const [hours = 0, minutes = 0, seconds = 0] = parts.map(Number);
    return seconds < 60 && (third === undefined || minutes < 60) ? hours * 3600 + minutes * 60 + seconds : null;
  }
  const [, amount, unit = ''] = /^\s*(\d{1,5}(?:\.\d{1,2})?)\s*(s|sec|m|min)?\s*$/i.exec(text) ?? [];
  if (amount === undefined) return null;
  return Math.round(Number(amount) * (/^m/i.test(unit) ? 60 : 1));
}
