import type { Box } from '../../core/export/drawn-deck.ts';

/** A page that has said that it is ready: laid out, with fonts and pictures loaded. */
export interface ReadyPage {
  /** Prints it. */
  pdf(): Promise<Uint8Array>;
  /** The text of the element with this id; '' where there is none. */
  text(id: string): Promise<string>;
  /**
   * A picture of an area of the page, in CSS pixels from its top left corner.
   * @param scale pixels of the picture in a CSS pixel
   */
  picture(area: Box, scale: number, type?: 'png' | 'jpeg'): Promise<Uint8Array<ArrayBuffer>>;
}

/** Sends a command of Chromium’s DevTools protocol to the page, and resolves with what comes back. */
export type Send = (method: string, parameters?: Record<string, unknown>) => Promise<Readonly<Record<string, unknown>>>;

/** Of a photograph, from 0 to 100: differences cannot be seen. */
const quality = 92;

/**
 * What every engine does in the same words: Electron speaks the protocol as well.
 * @param evaluate runs an expression in the page and resolves with its value
 */
export function protocolPage(
  send: Send,
  evaluate: (expression: string) => Promise<unknown>,
): Pick<ReadyPage, 'text' | 'picture'> {
  let window = '';

  return {
    async text(id) {
      return String(await evaluate(`document.getElementById(${JSON.stringify(id)})?.textContent ?? ''`));
    },
    async picture(area, scale, type = 'png') {
      // The window is as large as the area, and stands over it: what is far from a window may not have been painted.
      const metrics = {
        width: Math.ceil(area.x + area.width),
        height: Math.ceil(area.height) + 1,
        deviceScaleFactor: scale,
        mobile: false,
      };
      if (window !== JSON.stringify(metrics)) await send('Emulation.setDeviceMetricsOverride', metrics);
      window = JSON.stringify(metrics);
      await evaluate(`window.scrollTo(0, ${Math.floor(area.y)})`);
      const { data } = await send('Page.captureScreenshot', {
        format: type,
        ...(type === 'jpeg' ? { quality } : {}),
        clip: { ...area, scale: 1 },
      });
      return new Uint8Array(Buffer.from(String(data), 'base64'));
    },
  };
}
