import { isLocalUrl } from '../../markdown/local-url.ts';
import { addressPath, pathAddress } from '../deck-files.ts';
import type { Rule } from '../rule.ts';

/** Pictures and media that are not in the deck's folder. */
export const missingFile: Rule = {
  inFile: ({ address, kind, from, to }, files) => {
    if (kind === 'page' || !isLocalUrl(address)) return [];
    const path = addressPath(address);
    // Hidden files are not listed.
    if (path === '' || /(?:^|\/)\./.test(path) || files.at(path) !== undefined) return [];
    const like = files.namedLike(path);
    const wayOut = like === undefined ? 'Copy the file there, or correct its name.' : `There is a file “${like.path}”.`;
    const fix =
      like === undefined
        ? {}
        : { fix: { label: `Show “${like.path}”`, edits: [{ from, to, insert: pathAddress(like.path) }] } };
    return [
      {
        code: 'missing-file',
        severity: 'error',
        message: `“${path}” is not in the deck’s folder. ${wayOut}`,
        from,
        to,
        ...fix,
      },
    ];
  },
};
