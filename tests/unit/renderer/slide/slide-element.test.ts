// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { readCodeColours } from '../../../../src/renderer/slide/code-colours.ts';
import { renderSlide, type RenderedSlide } from '../../../../src/renderer/slide/slide-element.ts';

beforeAll(readCodeColours);

function render(
  body: string,
  extra: { readonly notesSeparator?: string; readonly firstLine?: number } = {},
): RenderedSlide {
  return renderSlide({ body, label: '3.1', assets: 'http://app.test/deck/1/', ...extra });
}
const html = (body: string): string => render(body).section.innerHTML.trim();
const messages = (body: string): readonly string[] => render(body).diagnostics.map(({ message }) => message);

describe('renderSlide', () => {
  it('makes a section of the page from Markdown', () => {
    const { section, label, notes, diagnostics } = render('## a\n\nb');
    expect(section.ownerDocument).toBe(document);
    expect(section.outerHTML).toBe('<section><h2>a</h2>\n<p>b</p>\n</section>');
    expect({ label, notes, diagnostics }).toEqual({ label: '3.1', notes: '', diagnostics: [] });
  });

  it('makes an empty section of an empty slide', () =>
    expect(render('').section.outerHTML).toBe('<section></section>'));

  it('gathers notes of all kinds', () => {
    const { section, notes } = render(
      '<!-- .slide: data-notes="c" -->\na\n\n<aside class="notes">b</aside>\n\nNote: *d*',
    );
    expect(notes).toBe('bc<p><em>d</em></p>\n');
    expect(section.querySelectorAll('aside.notes')).toHaveLength(1);
    expect(section.hasAttribute('data-notes')).toBe(false);
  });

  it('splits notes where the deck says', () =>
    expect(render('a\n\nSay:\n\nb', { notesSeparator: '^Say:' }).notes).toBe('<p>b</p>\n'));

  it('turns a section in a slide into a div', () =>
    expect(html('<section id="a">b</section>')).toBe('<div id="user-content-a">b</div>'));

  it('marks a slide that is a title', () => {
    expect(render('# a\n\nb').section.className).toBe('title-slide');
    expect(render('# a\n\n- b').section.className).toBe('');
    expect(render('# a\n\nNote: b').section.className).toBe('title-slide');
  });

  it('resolves the deck’s files against its folder', () => {
    expect(html('![b](images/a%20b.png)')).toContain('src="http://app.test/deck/1/images/a%20b.png"');
    expect(html('[a](paper.pdf)')).toContain('href="http://app.test/deck/1/paper.pdf"');
    expect(
      render('<!-- .slide: data-background-image="a.png,b (1).png" -->').section.getAttribute('data-background-image'),
    ).toBe('http://app.test/deck/1/a.png,http://app.test/deck/1/b%20(1).png');
  });

  it('does not stop at a slide that is only a comment', () => expect(html('<!-- a -->')).toBe(''));
});

describe('attribute comments', () => {
  it('speak of the element before them, else of the one around them', () => {
    expect(html('a **b** <!-- .element: class="x" -->')).toBe('<p>a <strong class="x">b</strong> </p>');
    expect(html('a <!-- .element: class="x" -->')).toBe('<p class="x">a </p>');
    expect(html('## a\n<!-- .element: class="x" -->')).toBe('<h2 class="x">a</h2>');
  });

  it('speak of the item, whether or not it has paragraphs', () => {
    expect(html('- a <!-- .element: class="x" -->')).toContain('<li class="x">');
    expect(html('- a <!-- .element: class="x" -->\n\n- b')).toContain('<li class="x">');
  });

  it('speak of a list’s last item, or of the list after a blank line', () => {
    expect(html('- a\n- b\n<!-- .element: class="x" -->')).toContain('<li class="x">b</li>');
    expect(html('- a\n- b\n\n<!-- .element: class="x" -->')).toContain('<ul class="x">');
  });

  it('pass over line breaks', () => expect(html('a<br><!-- .element: class="x" -->')).toContain('<p class="x">'));

  it('of a slide may stand anywhere, in notes too', () => {
    expect(render('a\n\n> <!-- .slide: id="x" -->\n\nNote: <!-- .slide: data-timing="90" -->').section.id).toBe(
      'user-content-x',
    );
    expect(render('a\n\nNote: <!-- .slide: data-timing="90" -->').section.dataset['timing']).toBe('90');
  });

  it('of an element before anything else speak of the slide', () =>
    expect(render('<!-- .element: class="x" -->\n\na').section.className).toBe('x'));

  it('add classes and do not take any away', () =>
    expect(html('- [x] a <!-- .element: class="fragment" -->')).toContain('<li class="task-list-item">'));

  it('leave out what is not allowed, and say so on its line', () => {
    const { section, diagnostics } = render(
      'a\n\n<!-- .slide: onclick="b" data-background-iframe="c" data-timing="x" id="y" -->',
      { firstLine: 10 },
    );
    expect(section.getAttributeNames()).toEqual(['id']);
    expect(diagnostics).toEqual([
      {
        code: 'attribute-dropped',
        severity: 'warning',
        line: 12,
        message: 'onclick is not an attribute that a deck may set. It was left out.',
      },
      {
        code: 'attribute-dropped',
        severity: 'warning',
        line: 12,
        message: 'data-background-iframe is not an attribute that a deck may set. It was left out.',
      },
      {
        code: 'attribute-dropped',
        severity: 'warning',
        line: 12,
        message: 'data-timing has a value that a deck may not use: “x”. It was left out.',
      },
    ]);
  });

  it('in code are code', () => expect(render('`<!-- .slide: id="x" -->`').section.id).toBe(''));
});

describe('what is left out', () => {
  it('is said: elements, attributes, media', () => {
    expect(messages('<script>a</script>')).toEqual(['<script> is not allowed in a deck and was left out.']);
    expect(messages('<p onclick="a">b</p>')).toEqual([
      'The attribute onclick is not allowed here, or not with its value, and was left out.',
    ]);
    expect(messages('<form><input name="setAttribute">a</form>\n<!-- .element: class="b" -->')[0]).toBe(
      '<form> is not allowed in a deck and was left out.',
    );
    expect(messages('![](https://example.org/a.png)')).toEqual([
      '“https://example.org/a.png” was left out: it is on the network, and a deck is offline.',
    ]);
    expect(messages('![](../a.png)')).toEqual(['“../a.png” was left out: it is not a file in the deck’s folder.']);
  });

  it('has a placeholder that shows the address', () => {
    const box = render('![](https://example.org/a.png)').section.querySelector('.missing-media');
    expect(box?.getAttribute('role')).toBe('img');
    expect(box?.textContent).toContain('https://example.org/a.png');
    expect(html('<iframe src="page.html"></iframe>')).toContain('page.html');
  });

  it('makes no noise where nothing is left out', () => {
    expect(
      messages(
        '# a\n\n- [x] b[^1]\n\n| c |\n| --: |\n| d |\n\n```js [1|2]\ne\nf\n```\n\n![](g.png)\n\n[^1]: h\n\nNote: i',
      ),
    ).toEqual([]);
  });
});

describe('pictures that are not there', () => {
  it('give way to their name, and keep their place', () => {
    const { section } = render('<img src="images/%E5%9B%B3.png" class="r-stretch" width="300">');
    section.querySelector('img')?.dispatchEvent(new Event('error'));
    const box = section.querySelector<HTMLElement>('.missing-media');
    expect(section.querySelector('img')).toBeNull();
    expect(box?.textContent).toBe('図.pngPicture not found');
    expect(box?.classList.contains('r-stretch')).toBe(true);
    expect(box?.style.width).toBe('300px');
  });
});
