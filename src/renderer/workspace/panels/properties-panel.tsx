import { type ReactElement, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { HostClient } from '../../../contract/client.ts';
import { setSlideAttribute } from '../../../core/deck/commands/set-slide-attribute.ts';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../../core/deck/slide-label.ts';
import type { Slide } from '../../../core/deck/slide.ts';
import { slideTitle } from '../../../core/deck/summary.ts';
import { lookUpSlide } from '../../stage/slide-lookup.ts';
import { useSay } from '../announcer.tsx';
import { useDeck, useSession } from '../use-session.ts';
import { type PropertyField, propertyGroups } from './property-fields.ts';
import { ChoiceProperty, FlagProperty } from './property-choice.tsx';
import { TextProperty } from './property-text.tsx';
import { showInSource } from './show-in-source.ts';
import type { PanelTab } from './side-panel.tsx';

interface PropertiesPanelProps {
  readonly client: HostClient;
  /** The deck's id. */
  readonly deck: string;
  readonly onTab: (tab: PanelTab) => void;
}

/** What the selected slides have for an attribute: one value, `null` for its absence, or several. */
export type SharedValue = { readonly mixed: false; readonly value: string | null } | { readonly mixed: true };

/** The attributes of the selected slides, as a form. Each field changes its own attribute in the file and nothing else. */
export function PropertiesPanel({ client, deck, onTab }: PropertiesPanelProps): ReactElement {
  const session = useSession();
  const say = useSay();
  const pictures = usePictures(client, deck);
  const slides = useDeck(
    ({ state, selected }) => slideIndex(state).slides.filter(({ key }) => selected.has(key)),
    (a, b) => a.length === b.length && a.every((slide, i) => slide === b[i] || sameSlide(slide, b[i])),
  );
  const title = useDeck(({ state, current }) => {
    const found = lookUpSlide(slideIndex(state), current);
    return found === undefined ? '' : slideTitle(state, found.slide) || 'untitled';
  });
  const label = useDeck(({ state, current }) => slideLabelOf(slideIndex(state), current));
  const keys = slides.map(({ key }) => key);
  const set = (field: PropertyField, value: string | null): void => {
    if (!session.run((state) => setSlideAttribute(state, keys, field.name, value))) return;
    const where = keys.length === 1 ? '' : ` on ${keys.length} slides`;
    say(value === null ? `${field.label} taken away${where}.` : `${field.label} set${where}.`);
  };
  const goToSource = (): void => {
    const slide = lookUpSlide(slideIndex(session.state), session.snapshot().current)?.slide;
    if (slide === undefined) return;
    const at = session.state.doc.lineAt(slide.from);
    onTab('source');
    showInSource(session, { from: slide.from, to: Math.min(at.to, slide.to) });
  };
  return (
    // Drafts belong to the slides that they were written for.
    <div className="ui-properties" key={keys.join(' ')}>
      <div className="ui-panel-bar">
        <h2 className="ui-panel-title">{keys.length === 1 ? `Slide ${label} · ${title}` : `${keys.length} slides`}</h2>
        <Button className="ui-button ui-button-quiet-edge" onPress={goToSource}>
          Show in source
        </Button>
      </div>
      {propertyGroups.map((group) => (
        <fieldset key={group.title} className="ui-properties-group">
          <legend className="ui-properties-legend">{group.title}</legend>
          {group.fields.map((field) => {
            const shared = sharedValue(slides, field.name);
            if (field.onlyIfSet === true && !shared.mixed && shared.value === null) return null;
            if (field.kind === 'choice')
              return <ChoiceProperty key={field.name} field={field} shared={shared} onSet={set} />;
            if (field.kind === 'flag')
              return <FlagProperty key={field.name} field={field} shared={shared} onSet={set} />;
            return <TextProperty key={field.name} field={field} shared={shared} pictures={pictures} onSet={set} />;
          })}
        </fieldset>
      ))}
    </div>
  );
}

function sameSlide(a: Slide, b: Slide | undefined): boolean {
  return a.key === b?.key && a.attributes === b.attributes;
}

function sharedValue(slides: readonly Slide[], name: string): SharedValue {
  const values = new Set(slides.map(({ attributes }) => attributes.get(name) ?? null));
  const [value = null] = values;
  return values.size > 1 ? { mixed: true } : { mixed: false, value };
}

/** Paths of the pictures beside the deck. */
function usePictures(client: HostClient, deck: string): readonly string[] {
  const [pictures, setPictures] = useState<readonly string[]>([]);
  useEffect(() => {
    let here = true;
    client.call('deck.files', { deck }).then(
      ({ files }) => here && setPictures(files.filter(({ kind }) => kind === 'image').map(({ path }) => path)),
      // Without a list a path can still be typed.
      () => {},
    );
    return () => {
      here = false;
    };
  }, [client, deck]);
  return pictures;
}
