import { useEffect, useEffectEvent, useRef } from 'react';

/** Fills the screen with the window; where that is refused, the window does. */
export async function enterFullScreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
  } catch {
    // Presenting goes on in the window.
  }
}

/** Leaves full screen if the window is in it. */
export async function leaveFullScreen(): Promise<void> {
  if (document.fullscreenElement !== null) await document.exitFullscreen();
}

/**
 * Tells when the user left full screen by the browser's own way, such as Escape, which the page never hears.
 * @returns a function that goes in and out of full screen without that being told
 */
export function useFullScreen(onLeft: () => void): () => void {
  const left = useEffectEvent(onLeft);
  const expected = useRef(false);
  useEffect(() => {
    const onChange = () => {
      if (document.fullscreenElement === null && !expected.current) left();
      expected.current = false;
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);
  return () => {
    expected.current = document.fullscreenElement !== null;
    void (document.fullscreenElement === null ? enterFullScreen() : leaveFullScreen());
  };
}
