import { type RefObject, useEffectEvent, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { deckSettings } from '../../core/deck/front-matter.ts';
import { deckLook } from '../slide/deck-look.ts';
import type { LinkTarget } from '../slide/links.ts';
import { useDeck, useSession } from '../workspace/use-session.ts';
import { RevealStage } from './reveal-adapter.ts';
import { sessionSource } from './session-source.ts';
import { stageConfig, type StageMode } from './stage-config.ts';
import { StageSlot } from './stage-slot.ts';
import { useReducedMotion } from './use-reduced-motion.ts';

export interface UseStage {
  readonly host: RefObject<HTMLElement | null>;
  readonly mode: StageMode;
  readonly label: string;
  /** URL of the deck's folder; ends with `/`. */
  readonly assets: string;
  /** Key of the slide to start on; later calls do not move the stage. */
  readonly start: string;
  readonly onSlide: (key: string) => void;
  readonly onLink: (target: LinkTarget) => void;
  /** Told when a stage has its first slide on it. */
  readonly onReady?: (() => void) | undefined;
}

/**
 * A reveal.js stage in `host` that shows the open deck: it draws again, at most once a frame, what a change concerns, and
 * starts afresh when the deck's size, theme or reveal options change. `null` until it is there.
 */
export function useStage(options: UseStage): RevealStage | null {
  const { host, mode, label, assets, start, onSlide, onLink, onReady } = options;
  const session = useSession();
  const settings = useDeck(({ state }) => deckSettings(state).settings);
  const reducedMotion = useReducedMotion();
  const [slot] = useState(() => new StageSlot());
  // Typing in the front matter makes new settings; only those that reveal.js and the look are made from start it afresh.
  const identity = JSON.stringify([deckLook(settings, assets), settings.revealOptions, reducedMotion]);
  const slid = useEffectEvent(onSlide);
  const followed = useEffectEvent(onLink);
  const readied = useEffectEvent(() => onReady?.());
  const make = useEffectEvent(
    (element: HTMLElement, onMove: (key: string) => void) =>
      new RevealStage({
        host: element,
        config: stageConfig(settings, mode, reducedMotion),
        look: deckLook(settings, assets),
        label,
        onSlide: onMove,
        onLink: (target) => followed(target),
        onReady: () => readied(),
      }),
  );
  const first = useEffectEvent(() => start);

  useLayoutEffect(() => {
    if (host.current === null) return;
    const follows = mode === 'edit';
    const created = make(host.current, (key) => slid(key));
    let frame = 0;
    const show = (current?: string) => {
      frame = 0;
      const snapshot = session.snapshot();
      const source = sessionSource(snapshot.state, { assets, hidden: follows, renderer: session.renderer });
      created.show(source, follows ? snapshot.current : current);
    };
    show(first());
    const unsubscribe = session.subscribe(() => {
      if (frame === 0) frame = requestAnimationFrame(() => show());
    });
    const resized = new ResizeObserver(() => created.layout());
    resized.observe(host.current);
    // What was fitted to a font that was not there yet is fitted again.
    const onFonts = (): void => created.refit();
    document.fonts.addEventListener('loadingdone', onFonts);
    slot.put(created);
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
      resized.disconnect();
      document.fonts.removeEventListener('loadingdone', onFonts);
      created.destroy();
      slot.put(null);
    };
  }, [host, session, slot, identity, mode, assets]);

  return useSyncExternalStore(slot.subscribe, slot.stage);
}
