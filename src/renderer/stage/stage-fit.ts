export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The largest size, in CSS pixels, at which a slide fits into a room. The scale is a whole number of hundredths, as
 * reveal.js rounds it, so that the slide fills its frame to the edge.
 */
export function fitSlide(slide: Size, room: Size): Size {
  const scale = Math.max(2, Math.floor(Math.min(room.width / slide.width, room.height / slide.height) * 100)) / 100;
  return { width: slide.width * scale, height: slide.height * scale };
}
