// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { deckLook, type DeckLook } from '../../../../src/renderer/slide/deck-look.ts';
import { renderSlide } from '../../../../src/renderer/slide/slide-element.ts';
import { slideFrame } from '../../../../src/renderer/slide/slide-frame.ts';

const look: DeckLook = deckLook({
  size: { width: 960, height: 720 },
  theme: 'lectern-light',
  lang: 'ja',
  footer: 'Foot <b>',
});
const frameOf = (body: string, options?: { readonly ids: 'apart' | 'kept' }): HTMLElement =>
  slideFrame(renderSlide({ body, label: '12.1', assets: 'http://app.test/deck/1/' }), look, options);
const part = (frame: HTMLElement, selector: string): HTMLElement => {
  const found = frame.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector} in ${frame.outerHTML}`);
  return found;
};

describe('slideFrame', () => {
  it('is a slide at its true size in the deck’s look', () => {
    const frame = frameOf('# a');
    expect(frame.className).toBe('slide-frame');
    expect(frame.dataset['deckTheme']).toBe('lectern-light');
    expect(frame.dataset['deckScheme']).toBe('light');
    expect(frame.lang).toBe('ja');
    expect(frame.style.getPropertyValue('--slide-width')).toBe('960px');
    expect(frame.style.getPropertyValue('--slide-height')).toBe('720px');
    expect(
      frame.querySelector(':scope > .reveal > .slide-background + .slides > section.present h1')?.textContent,
    ).toBe('a');
  });

  it('ends with the foot, whose text is text', () => {
    const foot = part(frameOf('a'), 'section > .slide-foot:last-child');
    expect([...foot.children].map((child) => child.textContent)).toEqual(['Foot <b>', '12.1']);
  });

  it('copies the slide and leaves it as it was', () => {
    const rendered = renderSlide({
      body: '<!-- .slide: id="a" -->\na\n\nNote: b',
      label: '1',
      assets: 'http://app.test/',
    });
    const before = rendered.section.outerHTML;
    const frame = slideFrame(rendered, look);
    expect(rendered.section.outerHTML).toBe(before);
    expect(frame.querySelector('.notes')).toBeNull();
  });

  it('shows every fragment and all of the code', () => {
    const frame = frameOf('- a <!-- .element: class="fragment" -->\n\n```js [1|2]\na\nb\n```');
    expect(part(frame, 'li').classList.contains('visible')).toBe(true);
    expect(frame.querySelectorAll('code')).toHaveLength(1);
    expect(frame.querySelector('.has-highlights')).toBeNull();
  });

  it('gives ids of its own to each frame, and what refers to them', () => {
    const body =
      '<svg><defs><linearGradient id="g"></linearGradient></defs><rect fill="url(#g)"/></svg><p id="d" aria-describedby="d">a</p>';
    const [one, other] = [frameOf(body), frameOf(body)];
    const { id } = part(one, '[aria-describedby]');
    expect(id).not.toBe(part(other, '[aria-describedby]').id);
    expect(part(one, '[aria-describedby]').getAttribute('aria-describedby')).toBe(id);
    expect(part(one, 'rect').getAttribute('fill')).toBe(`url(#${part(one, 'linearGradient').id})`);
  });

  it('keeps ids for print, and makes links to slides links in the page', () => {
    const frame = frameOf('<!-- .slide: id="a" -->\n[b](#/a)', { ids: 'kept' });
    expect(part(frame, 'section').id).toBe('user-content-a');
    expect(part(frame, 'a').getAttribute('href')).toBe('#user-content-a');
  });

  it('draws the background as reveal.js does', () => {
    const frame = frameOf(
      '<!-- .slide: data-background-color="rgb(1, 2, 3)" data-background-image="a.png, b.png" data-background-size="contain" data-background-position="10px 20px" data-background-repeat="repeat" data-background-opacity="0.5" -->',
    );
    expect(part(frame, '.slide-background').style.backgroundColor).toBe('rgb(1, 2, 3)');
    const { style } = part(frame, '.slide-background-content');
    expect(style.backgroundImage).toBe('url("http://app.test/deck/1/a.png"), url("http://app.test/deck/1/b.png")');
    expect([style.backgroundSize, style.backgroundPosition, style.backgroundRepeat, style.opacity]).toEqual([
      'contain',
      '10px 20px',
      'repeat',
      '0.5',
    ]);
  });

  it('draws gradients, videos without sound, and lazy media', () => {
    expect(
      part(frameOf('<!-- .slide: data-background-gradient="linear-gradient(red, blue)" -->'), '.slide-background').style
        .backgroundImage,
    ).toContain('linear-gradient');
    const video = frameOf('<!-- .slide: data-background-video="a.mp4,b.webm" -->').querySelector('video');
    expect(video?.muted).toBe(true);
    expect(video?.querySelectorAll('source')).toHaveLength(2);
    expect(part(frameOf('<img data-src="a.png">'), 'img').getAttribute('src')).toBe('http://app.test/deck/1/a.png');
  });
});
