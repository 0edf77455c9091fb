/** The page that `sanitising.spec.ts` loads: slides as the program shows them, on a stage of reveal.js and in a still frame. */
/// <reference types="vite/client" />
import '../../src/renderer/slide/look.css';
import { defaultSettings } from '../../src/core/deck/deck-settings.ts';
import { deckLook } from '../../src/renderer/slide/deck-look.ts';
import { readCodeColours } from '../../src/renderer/slide/code-colours.ts';
import { renderSlide } from '../../src/renderer/slide/slide-element.ts';
import { slideFrame } from '../../src/renderer/slide/slide-frame.ts';
import { installTrustedTypes } from '../../src/renderer/slide/trusted-types.ts';
import { RevealStage } from '../../src/renderer/stage/reveal-adapter.ts';
import { stageConfig } from '../../src/renderer/stage/stage-config.ts';

installTrustedTypes();

const assets = '/deck/1/';
const look = deckLook(defaultSettings);
const forbiddenTags = `script iframe frame frameset object embed applet form button select textarea option dialog style link meta base template
  noscript noembed xmp plaintext area map foreignobject use image animate set handler mglyph annotation-xml webview portal marquee slot`;
const forbiddenAttributes = `srcdoc srcset action formaction target ping name is slot background data-background-iframe data-markdown autofocus
  autoplay contenteditable popover usemap accesskey data-preview-link`;
const addressAttributes = [
  'src',
  'data-src',
  'poster',
  'data-background-image',
  'data-background-video',
  'data-preview-image',
  'data-preview-video',
];

declare global {
  interface Window {
    /** What ran that should not have. */
    ran: string[];
    pwn(): void;
    harness: typeof harness;
  }
}

/** What is wrong with the tree under `root`, in words; nothing where all is as it should be. */
function audit(root: Element): readonly string[] {
  const base = new URL(assets, location.href).href;
  const wrong: string[] = [];
  for (const element of root.querySelectorAll('*')) {
    const tag = element.localName.toLowerCase();
    if (forbiddenTags.split(/\s+/).includes(tag)) wrong.push(`<${tag}>`);
    for (const { name, value } of element.attributes) {
      // An element cannot lose its `is`; emptied, it says nothing.
      if (name === 'is' && value === '') continue;
      if (/^on/i.test(name) || forbiddenAttributes.split(/\s+/).includes(name)) wrong.push(`${name}="${value}"`);
      if (name === 'id' && !value.startsWith('user-content-')) wrong.push(`id="${value}"`);
      const local = (address: string): boolean =>
        address === '' || address.startsWith(base) || /^data:image\/(?!svg\+xml.*url\()/.test(address);
      if (addressAttributes.includes(name) && !(value.startsWith('data:') ? [value] : value.split(',')).every(local))
        wrong.push(`${name}="${value}"`);
      if (/^(?:xlink:)?href$/.test(name) && tag !== 'a' && !value.startsWith('#'))
        wrong.push(`${tag} ${name}="${value}"`);
    }
    if (
      tag === 'a' &&
      element instanceof HTMLAnchorElement &&
      element.hasAttribute('href') &&
      !/^(?:https?|mailto):$/.test(element.protocol)
    )
      wrong.push(`link to ${element.href}`);
    const style = getComputedStyle(element);
    if (/fixed|sticky/.test(style.position)) wrong.push(`position: ${style.position}`);
    if (tag === 'input' && !(element.getAttribute('type') === 'checkbox' && element.hasAttribute('disabled')))
      wrong.push('an input');
  }
  if (getComputedStyle(document.body).getPropertyValue('--leaked') !== '') wrong.push('a style got out');
  return wrong;
}

const frames = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
};

const harness = {
  /** Shows a slide on a stage, goes through it and away and back, and in a frame; tells what is wrong with it. */
  async show(body: string): Promise<readonly string[]> {
    await readCodeColours();
    const bodies = [body, '<!-- .slide: data-auto-animate -->\n## next'];
    const render = (label: string) => renderSlide({ body: bodies[Number(label) - 1] ?? '', label, assets });
    const rendered = render('1');
    const frame = slideFrame(rendered, look);
    const host = document.createElement('div');
    host.style.height = '400px';
    const notes = document.createElement('div');
    notes.innerHTML = rendered.notes;
    document.body.replaceChildren(host, frame, notes);

    const config = { ...stageConfig(defaultSettings, 'present', false), showNotes: true };
    const stage = new RevealStage({
      host,
      config,
      look,
      label: 'Stage',
      onSlide: () => undefined,
      onLink: () => undefined,
    });
    stage.show(
      {
        slides: bodies.map((_, index) => ({
          key: String(index + 1),
          break: 'horizontal',
          label: String(index + 1),
          counted: true,
        })),
        matter: (key) => ({ body: bodies[Number(key) - 1] ?? '', label: key, drawings: [] }),
        render: ({ label }) => render(label).section,
        prepare: () => undefined,
      },
      '1',
    );
    while (!stage.element.classList.contains('ready')) await frames(1);
    const slides = stage.element.querySelector('.slides');
    if (slides === null) throw new Error('The stage has no slides.');
    for (let step = 0; step < 6; step++) stage.next();
    stage.go('1');
    for (const element of slides.querySelectorAll('[data-preview-image], [data-preview-video], [data-preview-link]')) {
      element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }
    for (const element of slides.querySelectorAll('*')) {
      for (const type of ['mouseenter', 'mouseover', 'focus', 'pointerdown', 'toggle', 'begin', 'animationstart'])
        element.dispatchEvent(new Event(type));
    }
    await frames(2);
    const wrong = [...audit(slides), ...audit(frame), ...audit(notes)];
    stage.destroy();
    return wrong;
  },

  /** Whether a rendered slide has an element that the selector matches. */
  async keeps(body: string, selector: string): Promise<{ readonly found: boolean; readonly html: string }> {
    await readCodeColours();
    const { section } = renderSlide({ body, label: '1', assets });
    return {
      found: section.matches(selector) || section.querySelector(selector) !== null || matchesWithin(section, selector),
      html: section.outerHTML,
    };
  },
};

/** Selectors that start at the section itself need it to be inside something. */
function matchesWithin(section: HTMLElement, selector: string): boolean {
  const wrapper = document.createElement('div');
  wrapper.append(section);
  return wrapper.querySelector(selector) !== null;
}

window.ran = [];
window.pwn = () => window.ran.push('pwn');
window.harness = harness;
