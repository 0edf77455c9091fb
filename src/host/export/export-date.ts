/** Now, or what `SOURCE_DATE_EPOCH` says (seconds since 1970), so that the same deck can give the same file. */
export function exportDate(): Date {
  const epoch = process.env['SOURCE_DATE_EPOCH'] ?? '';
  return /^\d{1,12}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
}
