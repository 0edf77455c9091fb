/** Countries that print on Letter; all others print on A4. */
const letter = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE']);

/** The sheet that people print on where this user’s language is spoken. */
export function usualPaper(language = navigator.language): 'a4' | 'letter' {
  try {
    return letter.has(new Intl.Locale(language).region ?? '') ? 'letter' : 'a4';
  } catch {
    return 'a4';
  }
}
