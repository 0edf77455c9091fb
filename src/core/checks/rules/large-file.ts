import { isLocalUrl } from '../../markdown/local-url.ts';
import { addressPath } from '../deck-files.ts';
import type { Rule } from '../rule.ts';

/** Bytes of a picture above which decks open slowly and are hard to send. */
const mostBytes = 8_000_000;

/** Pictures that make the deck heavy. Films are long for a reason. */
export const largeFile: Rule = {
  inFile: ({ address, from, to }, files) => {
    if (!isLocalUrl(address) || /\.(?:mp4|webm|ogv|mov|m4v|mp3|ogg|wav|m4a)(?:[?#]|$)/i.test(address)) return [];
    const file = files.at(addressPath(address));
    if (file === undefined || file.bytes <= mostBytes) return [];
    const size = (file.bytes / 1e6).toFixed(1);
    return [
      {
        code: 'large-file',
        severity: 'warning',
        message: `“${file.path}” has ${size} MB: it is slow to show and to send. Make it smaller; pictures of up to 8 MB do well.`,
        from,
        to,
      },
    ];
  },
};
