/** CRLF for a text that has no other line ends; else LF, so that a stray CR stays a character of its line. */
export function lineSeparator(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') && !/(?:^|[^\r])\n|\r(?!\n)/.test(text) ? '\r\n' : '\n';
}
