import { isLocalUrl, isRemoteUrl } from '../../markdown/local-url.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { type ShownFile, shownFiles } from '../shown-files.ts';

/** Pictures, media and pages that a deck may not show: on the network, or outside its folder. */
export const leftOutMedia: Rule = {
  inSlide: (slide) =>
    shownFiles(slide).flatMap((shown): readonly Finding[] => {
      if (shown.inComment || (shown.kind === 'file' && isLocalUrl(shown.address))) return [];
      const { from, to } = shown;
      return [{ code: 'media-left-out', severity: 'warning', message: message(shown), from, to }];
    }),
};

function message({ address, kind }: ShownFile): string {
  const shown = address.length > 120 ? `${address.slice(0, 119)}…` : address;
  if (kind === 'page')
    return `“${shown}” was left out: embedded pages are not shown in a deck. Show a picture of it instead.`;
  if (isRemoteUrl(address))
    return `“${shown}” was left out: it is on the network, and a deck is offline. Save the file beside the deck and name it here.`;
  return `“${shown}” was left out: it is not a file in the deck’s folder. Copy it there and name it here.`;
}
