import { asJson, type Json } from '../../core/annotations/unknown-fields.ts';
import { collectionText } from '../../core/annotations/sidecar/collection-text.ts';
import { nameIn, nameText } from '../../core/annotations/sidecar/slide-list.ts';
import type { PdfReader } from './pdf-reader.ts';

/** What a document recorded when it was exported; see `slide-record.ts`. */
export interface ExportedRecord {
  /** Its slides, each as JSON. */
  readonly slides: readonly string[];
  /** The annotations that were on those of its pages that are still there, as a collection. */
  readonly text: string;
}

/** @param names of the slides that are still there */
export function exportedCollection(pdf: PdfReader, names: ReadonlySet<string>): ExportedRecord | null {
  const pieces = pdf.dictionary(pdf.catalog.get('PieceInfo'));
  const value = pdf.dictionary(pieces.get('Lectern')).get('Private');
  const collection = value === undefined ? null : jsonOf(pdf, value);
  if (collection === null) return null;
  const [slides, items] = [listIn(collection['lectern:slides']), listIn(collection['items'])];
  const kept = items.filter((item) => {
    const name = nameIn(asJson(item));
    // An answer names what it answers.
    return name === null || names.has(nameText(name));
  });
  const lines = slides.map((slide) => JSON.stringify(slide));
  return {
    slides: lines,
    text: collectionText({ deck: '', slides: lines, items: kept.map((item) => JSON.stringify(item)) }),
  };
}

function jsonOf(pdf: PdfReader, value: string): Json | null {
  try {
    const collection: unknown = JSON.parse(pdf.stream(value).toString('utf8'));
    return asJson(collection);
  } catch {
    // Without it, the pages still say which slides they show.
    return null;
  }
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
