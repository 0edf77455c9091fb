import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { exportFormats } from '../../../core/export/formats.ts';
import type { ExportOptions } from '../../../core/export/options.ts';
import type { PageLayout } from '../../../core/export/page-layout.ts';
import { planPrint, type PrintPlan } from '../../../core/export/print-plan.ts';
import { asFailure } from '../../../core/failure.ts';
import { firstSheet } from '../../print/first-sheet.ts';
import '../../print/print.css';
import { useScale } from '../use-rem.ts';
import { useSession } from '../use-session.ts';

/** The room for the picture, in CSS pixels at the usual size. */
const room = { width: 320, height: 360 };

interface PagePreviewProps {
  readonly options: ExportOptions;
  readonly assets: string;
}

/** The first page of an export, laid out by what will lay out all of them. */
export function PagePreview({ options, assets }: PagePreviewProps): ReactElement {
  const { state } = useSession();
  const planned = useMemo((): PrintPlan | string => {
    try {
      return planPrint(state, asSeen(options), 'Deck');
    } catch (error) {
      return asFailure(error).message;
    }
  }, [state, options]);
  if (typeof planned === 'string') {
    return <p className="ui-export-preview ui-export-none">{planned}</p>;
  }
  return (
    <figure className="ui-export-preview">
      <Sheet plan={planned} assets={assets} />
      <figcaption className="ui-export-caption">{says(planned, options)}</figcaption>
    </figure>
  );
}

/** What will be an annotation is drawn on the picture: it looks the same. */
function asSeen(options: ExportOptions): ExportOptions {
  return { ...options, annotations: options.annotations === 'none' ? 'none' : 'flat', comments: false };
}

function Sheet({ plan: { job }, assets }: { readonly plan: PrintPlan; readonly assets: string }): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const scale = scaleOf(job.layout) * useScale();
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (host.current !== null) firstSheet({ ...job, assets }, host.current);
    });
    return () => cancelAnimationFrame(frame);
  }, [job, assets]);
  return (
    <div
      aria-hidden
      inert
      className="ui-export-sheet"
      style={{
        width: job.layout.width * scale,
        height: job.layout.height * scale,
        filter: job.layout.greyscale ? 'grayscale(1)' : undefined,
      }}
    >
      <div ref={host} style={{ width: job.layout.width, scale: String(scale), transformOrigin: '0 0' }} />
    </div>
  );
}

function scaleOf({ width, height }: PageLayout): number {
  return Math.min(room.width / width, room.height / height);
}

/** `Page 1 of 6 · A4`, as far as that is known before the pages are made. */
function says({ job }: PrintPlan, { format, fragments }: ExportOptions): string {
  const { slides, cover, sources, layout } = job;
  if (!exportFormats[format].options.includes('page')) return `Slide 1 of ${slides.length}`;
  if (layout.notes !== 'none' || fragments === 'steps' || sources.length > 0) return 'Page 1';
  return `Page 1 of ${Math.ceil(slides.length / layout.cells.length) + (cover === null ? 0 : 1)}`;
}
