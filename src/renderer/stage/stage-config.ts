import type { DeckSettings } from '../../core/deck/deck-settings.ts';
import type { StageConfig } from './reveal-adapter.ts';

/** A stage to edit on shows every fragment and does not move; one to present on is the show. */
export type StageMode = 'edit' | 'present';

/**
 * reveal.js's configuration for a deck. A deck's own options come from the allow-list of its settings; what concerns safety
 * and our own layout is set after them.
 */
export function stageConfig(settings: DeckSettings, mode: StageMode, reducedMotion: boolean): StageConfig {
  const still: StageConfig = { transition: 'none', backgroundTransition: 'none', autoAnimate: false };
  const show: StageConfig = { progress: true, controls: false, controlsTutorial: false, ...settings.revealOptions };
  const edit: StageConfig = {
    progress: false,
    controls: false,
    slideNumber: false,
    fragments: false,
    autoSlide: 0,
    loop: false,
    ...still,
  };
  return {
    ...(mode === 'present'
      ? { ...show, ...(reducedMotion ? still : {}) }
      : { ...edit, rtl: settings.revealOptions['rtl'] === true }),
    width: settings.size.width,
    height: settings.size.height,
    margin: 0,
    minScale: 0.02,
    maxScale: 20,
    center: false,
    embedded: true,
    // Keys, history and hidden slides are the app's own.
    keyboard: false,
    touch: mode === 'present',
    mouseWheel: false,
    overview: false,
    help: false,
    jumpToSlide: false,
    hash: false,
    history: false,
    respondToHashChanges: false,
    showHiddenSlides: true,
    focusBodyOnPageVisibilityChange: false,
    hideInactiveCursor: mode === 'present',
    hideCursorTime: 2500,
    // Nothing from outside drives the stage, and nothing is loaded from outside.
    postMessage: false,
    postMessageEvents: false,
    previewLinks: false,
    viewDistance: 3,
    mobileViewDistance: 3,
    scrollActivationWidth: 0,
    dependencies: [],
    plugins: [],
  };
}
