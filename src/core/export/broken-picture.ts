import type { Diagnostic } from '../diagnostic.ts';

/** What is said of a picture that a slide could not show. @param name the last part of its address */
export function brokenPicture(name: string, slide: number): Diagnostic {
  return {
    code: 'broken-picture',
    severity: 'warning',
    message: `${name} is not there or damaged: its place on the slide says so.`,
    slide,
  };
}
