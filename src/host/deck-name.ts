import { Failure } from '../core/failure.ts';

/** File systems allow names of 255 bytes; the annotations beside a deck have the longest name that goes with it. */
const longest = 255 - '.annotations.json'.length;

const deckExtension = /\.(?:md|markdown)$/i;

/** Names that Windows keeps for devices, whatever extension they have. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?$/i;

/**
 * The file name for a deck that a user named so: `.md` is added where it is not there. Throws a Failure `bad-arguments` for
 * a name that is a path, or that not every system can have, so that a deck can be handed on.
 */
export function deckFileName(wanted: string): string {
  const name = wanted.trim().normalize('NFC');
  const file = deckExtension.test(name) ? name : `${name}.md`;
  const stem = file.replace(deckExtension, '');
  const problem = nameProblem(stem);
  if (problem === null) return file;
  throw new Failure({
    code: 'bad-arguments',
    message: `“${shown(wanted)}” cannot be the name of a deck: ${problem}.`,
    wayOut: 'Give it another name.',
  });
}

/** What is wrong with a file name without its extension, as the end of a sentence. */
export function nameProblem(stem: string): string | null {
  if (stem.trim() === '') return 'it is empty';
  const bad = /[/\\:*?"<>|]/.exec(stem)?.[0];
  if (bad !== undefined) return `${bad} cannot be part of a file name`;
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/.test(stem) || !stem.isWellFormed())
    return 'there are characters in it that cannot be seen';
  if (stem.startsWith('.')) return 'files whose names begin with a dot are hidden';
  if (/[. ]$/.test(stem)) return 'it ends with a dot or a space';
  if (reserved.test(stem)) return 'Windows keeps this name for itself';
  if (Buffer.byteLength(stem) > longest) return 'it is too long';
  return null;
}

/** Hidden characters would make the message unreadable, and long names hide its end. */
function shown(name: string): string {
  const visible = name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '�');
  return visible.length > 80 ? `${visible.slice(0, 80)}…` : visible;
}
