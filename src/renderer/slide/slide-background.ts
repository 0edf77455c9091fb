/** A slide's background as reveal.js makes it, for pictures of slides that reveal.js does not show. */
import { isDataImage } from '../../core/markdown/local-url.ts';

/** The CSS `url()` of an address that the slide renderer has let through. */
function cssUrl(address: string): string {
  return `url("${address.replace(/["\\\n]/g, (char) => encodeURIComponent(char))}")`;
}

function backgroundImages(list: string): string {
  return isDataImage(list)
    ? cssUrl(list)
    : list
        .split(',')
        .map((address) => cssUrl(address.trim()))
        .join(', ');
}

function backgroundVideo(list: string): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'metadata';
  for (const address of list.split(',')) {
    const source = document.createElement('source');
    source.src = address;
    video.append(source);
  }
  return video;
}

/**
 * The element behind a slide: `.slide-background` with the colour or gradient, and in it `.slide-background-content` with the
 * picture at its size, place and opacity.
 */
export function slideBackground(section: HTMLElement): HTMLElement {
  const value = (name: string): string => section.getAttribute(`data-background${name}`) ?? '';
  const element = document.createElement('div');
  element.className = 'slide-background';
  element.style.background = value('');
  if (value('-color') !== '') element.style.backgroundColor = value('-color');
  if (value('-gradient') !== '') element.style.backgroundImage = value('-gradient');

  const content = document.createElement('div');
  content.className = 'slide-background-content';
  if (value('-size') !== '') element.dataset['backgroundSize'] = value('-size');
  content.style.backgroundSize = value('-size');
  content.style.backgroundRepeat = value('-repeat');
  content.style.backgroundPosition = value('-position');
  content.style.opacity = value('-opacity');
  if (value('-image') !== '') content.style.backgroundImage = backgroundImages(value('-image'));
  else if (value('-video') !== '') content.append(backgroundVideo(value('-video')));
  element.append(content);
  return element;
}

/**
 * Whether text on a background colour should be light or dark, by the same measure as reveal.js; `null` where the colour is
 * absent, transparent or not to be read.
 */
export function backgroundContrast(section: HTMLElement): 'has-dark-background' | 'has-light-background' | null {
  const color = section.getAttribute('data-background-color') ?? section.getAttribute('data-background') ?? '';
  const [red, green, blue, alpha] = readColor(color) ?? [];
  if (red === undefined || green === undefined || blue === undefined || alpha === 0) return null;
  return (red * 299 + green * 587 + blue * 114) / 1000 < 128 ? 'has-dark-background' : 'has-light-background';
}

/** Red, green and blue from 0 to 255 and alpha from 0 to 1 of any CSS colour, as the browser reads it. */
function readColor(color: string): readonly number[] | null {
  // Where there is no canvas there is no picture to read text on.
  if (color === '' || typeof OffscreenCanvas === 'undefined' || !CSS.supports('color', color)) return null;
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (context === null) return null;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
