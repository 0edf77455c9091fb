import type { PageLayout } from '../../core/export/page-layout.ts';

/** A sheet that holds what it holds and nothing more. */
export function fixedSheet({ width, height }: PageLayout, name: 'article' | 'div' = 'article'): HTMLElement {
  const sheet = document.createElement(name);
  sheet.className = 'print-page';
  sheet.style.width = `${width}px`;
  sheet.style.height = `${height}px`;
  return sheet;
}

/** A sheet that goes on to further ones when its text is longer. */
export function flowingSheet({ width, height, margin, textSize }: PageLayout): HTMLElement {
  const sheet = document.createElement('article');
  sheet.className = 'print-page is-flowing';
  sheet.style.width = `${width}px`;
  sheet.style.minHeight = `${height}px`;
  sheet.style.padding = `${margin}px`;
  sheet.style.fontSize = `${textSize}px`;
  return sheet;
}
