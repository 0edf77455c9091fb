/** What the bytes from 0x80 on mean in PDFDocEncoding (ISO 32000-1, annex D) where that is not Latin 1. */
const high = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€';
const low = '˘ˇˆ˙˝˛˚˜';

/** The text of a string, however it is written; '' for what is no string. Line ends are `\n`. */
export function pdfText(value: string): string {
  const bytes = value.startsWith('(')
    ? literal(value)
    : value.startsWith('<') && !value.startsWith('<<')
      ? hex(value)
      : null;
  return bytes === null ? '' : decoded(bytes).replace(/\r\n?/g, '\n');
}

const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

function literal(value: string): Buffer {
  const bytes: number[] = [];
  for (let i = 1; i < value.length - 1; i++) {
    const char = value.charAt(i);
    if (char !== '\\') {
      bytes.push(value.charCodeAt(i));
      continue;
    }
    const octal = /^[0-7]{1,3}/.exec(value.slice(i + 1, i + 4))?.[0];
    const next = value.charAt(++i);
    if (octal !== undefined) {
      bytes.push(Number.parseInt(octal, 8) & 0xff);
      i += octal.length - 1;
    } else if (next === '\r' || next === '\n') {
      if (next === '\r' && value.charAt(i + 1) === '\n') i++;
    } else bytes.push(escapes[next] ?? next.charCodeAt(0));
  }
  return Buffer.from(bytes);
}

function hex(value: string): Buffer {
  const digits = value.replace(/[^0-9A-Fa-f]/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

const escape = String.fromCharCode(0x1b);

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    const whole = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le');
    // Languages may be named between escapes.
    return whole
      .split(escape)
      .filter((_, i) => i % 2 === 0)
      .join('');
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8');
  return Array.from(bytes, (byte) => {
    if (byte >= 0x80 && byte <= 0xa0) return high.charAt(byte - 0x80);
    if (byte >= 0x18 && byte <= 0x1f) return low.charAt(byte - 0x18);
    return String.fromCharCode(byte);
  }).join('');
}

/** A date as ISO 8601 in UTC; `null` for what is none. Without a zone it is taken for UTC. */
export function pdfTime(value: string): string | null {
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    zone = 'Z',
    zoneHour = '00',
    zoneMinute = '00',
  ] =
    /^\s*(?:D:)?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?\s*([Zz+-])?(?:(\d{2})'?(\d{2})?)?/.exec(
      pdfText(value),
    ) ?? [];
  if (year === undefined) return null;
  const offset = zone === 'Z' || zone === 'z' ? 'Z' : `${zone}${zoneHour}:${zoneMinute}`;
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
