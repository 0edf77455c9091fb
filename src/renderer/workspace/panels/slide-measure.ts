import type { Finding } from '../../../core/checks/finding.ts';
import { foundByDrawing } from '../../../core/checks/deck-diagnostics.ts';
import type { Diagnostic } from '../../../core/diagnostic.ts';
import type { Range } from '../../../core/deck/slide.ts';
import type { DeckLook } from '../../slide/deck-look.ts';
import { renderSlide } from '../../slide/slide-element.ts';
import { slideFrame } from '../../slide/slide-frame.ts';
import { mendsOverflow, saysOverflow, type SlideOverflow, slideOverflow } from '../../slide/slide-overflow.ts';

/** What a slide is drawn from. */
export interface MeasuredSlide {
  readonly body: string;
  readonly label: string;
  readonly notesSeparator: string | undefined;
  readonly look: DeckLook;
  readonly assets: string;
}

/** Pixels of a picture above which showing it takes a moment. */
const mostPixels = 50_000_000;
/** Milliseconds that a picture has to come. */
const patience = 5000;

/** Draws a slide where nobody sees it, waits for its fonts and pictures, and tells what its author should know about it. */
export async function measureSlide(slide: MeasuredSlide): Promise<readonly Finding[]> {
  const rendered = renderSlide({ ...slide, firstLine: 1 });
  const frame = slideFrame(rendered, slide.look);
  const host = document.createElement('div');
  host.className = 'ui-measure';
  host.inert = true;
  host.ariaHidden = 'true';
  host.append(frame);
  document.body.append(host);
  try {
    // Laying it out makes the browser ask for the fonts that it needs.
    const section = frame.querySelector('section');
    section?.getBoundingClientRect();
    const pictures = [...frame.querySelectorAll('img')];
    await Promise.all([document.fonts.ready, ...pictures.map(settled)]);
    const overflow = section === null ? null : slideOverflow(section);
    return [
      ...rendered.diagnostics
        .filter(({ code }) => !foundByDrawing.has(code))
        .map((diagnostic) => drawingFinding(slide.body, diagnostic)),
      ...pictures.flatMap((picture) => pictureFindings(slide.body, picture)),
      ...(overflow === null ? [] : [overflowFinding(slide.body, overflow)]),
    ];
  } finally {
    host.remove();
  }
}

/** A picture that fails is replaced by a placeholder: that is for the slide to do. */
async function settled(picture: HTMLImageElement): Promise<void> {
  if (picture.complete) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  picture.loading = 'eager';
  for (const end of ['load', 'error']) picture.addEventListener(end, () => resolve(), { once: true });
  const timer = setTimeout(resolve, patience);
  await promise;
  clearTimeout(timer);
}

function drawingFinding(body: string, { code, severity, message, line = 1 }: Diagnostic): Finding {
  let from = 0;
  for (let i = 1; i < line && from < body.length; i++) from = body.indexOf('\n', from) + 1;
  return { code, severity, message, ...lineAt(body, from) };
}

function pictureFindings(body: string, picture: HTMLImageElement): readonly Finding[] {
  const { naturalWidth: width, naturalHeight: height } = picture;
  if (width * height <= mostPixels) return [];
  const name = decodeURI(picture.src).split('/').at(-1) ?? '';
  return [
    {
      code: 'large-picture',
      severity: 'warning',
      message: `“${name.slice(0, 80)}” is ${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels: it is slow to show. Up to 4,000 × 2,250 does well on any screen.`,
      ...placeOf(body, name),
    },
  ];
}

function overflowFinding(body: string, overflow: SlideOverflow): Finding {
  const message = `${saysOverflow(overflow)} ${mendsOverflow(overflow)}`;
  return { code: 'overflow', severity: 'warning', message, ...placeOf(body, overflow.near) };
}

/** The line of the source that some words of the slide come from, as far as that can be told; else its first line. */
function placeOf(body: string, words: string): Range {
  const first = words.split('\n')[0]?.trim() ?? '';
  const whole = first === '' ? -1 : body.lastIndexOf(first);
  const start = first === '' || whole !== -1 ? whole : body.lastIndexOf(first.slice(0, 16));
  return lineAt(body, Math.max(0, start));
}

function lineAt(body: string, offset: number): Range {
  const from = body.lastIndexOf('\n', offset - 1) + 1;
  const to = body.indexOf('\n', offset);
  return { from: offset === 0 ? 0 : from, to: to === -1 ? body.length : to };
}
