/** Checks of a PresentationML package that need no PowerPoint: what makes it offer to repair a file is among them. */
import { JSDOM } from 'jsdom';
import { expect } from 'vitest';

const { DOMParser: XmlParser } = new JSDOM('').window;

export function parseXml(text: string): Document {
  const document = new XmlParser().parseFromString(text, 'application/xml');
  const problem = document.querySelector('parsererror');
  if (problem !== null) throw new Error(`Not well formed: ${problem.textContent}\n${text.slice(0, 400)}`);
  return document;
}

/** Every element of that local name, whatever its namespace. */
export function elements(document: Document | Element, name: string): readonly Element[] {
  return [...document.querySelectorAll('*')].filter(({ localName }) => localName === name);
}

/**
 * Every part is well formed and has a type; every relationship leads to a part, and every id used is one; shapes of a slide
 * have numbers of their own.
 */
export function expectWholePackage(parts: ReadonlyMap<string, string>, media: readonly string[] = []): void {
  const documents = new Map([...parts].map(([path, text]) => [path, parseXml(text)]));
  const types = documents.get('[Content_Types].xml');
  if (types === undefined) throw new Error('No content types');
  const overrides = new Set(elements(types, 'Override').map((one) => one.getAttribute('PartName')));
  const defaults = new Set(elements(types, 'Default').map((one) => one.getAttribute('Extension')));
  for (const path of [...parts.keys()].filter((one) => one !== '[Content_Types].xml' && !one.endsWith('.rels')))
    expect(overrides, path).toContain(`/${path}`);
  for (const name of overrides) expect(parts.has(name?.slice(1) ?? ''), String(name)).toBe(true);
  for (const path of media) expect(defaults).toContain(path.split('.').at(-1));

  const known = new Set([...parts.keys(), ...media]);
  for (const [path, document] of documents) {
    if (path.endsWith('.rels')) {
      const folder = path.replace(/_rels\/[^/]+$/, '');
      for (const one of elements(document, 'Relationship')) {
        if (one.getAttribute('TargetMode') === 'External') continue;
        const target = new URL(one.getAttribute('Target') ?? '', `file:///${folder}`).pathname.slice(1);
        expect(known, `${path}: ${target}`).toContain(target);
      }
      continue;
    }
    const links = documents.get(path.replace(/([^/]+)$/, '_rels/$1.rels'));
    const ids = new Set(
      links === undefined ? [] : elements(links, 'Relationship').map((one) => one.getAttribute('Id')),
    );
    for (const element of document.querySelectorAll('*')) {
      for (const { prefix, localName, value } of element.attributes) {
        if (prefix === 'r' && /^(?:id|embed|link)$/.test(localName)) expect(ids, `${path} ${value}`).toContain(value);
      }
    }
    const numbers = elements(document, 'cNvPr').map((one) => one.getAttribute('id'));
    expect(new Set(numbers).size, path).toBe(numbers.length);
  }
  const masters = [...parts].filter(([path]) => /slideMasters\/[^/]+$/.test(path) || path === 'ppt/presentation.xml');
  const large = masters.flatMap(([, text]) =>
    [...text.matchAll(/<p:sld(?:Master|Layout)Id id="(\d+)"/g)].map(([, id]) => Number(id)),
  );
  expect(new Set(large).size).toBe(large.length);
  for (const id of large) expect(id).toBeGreaterThanOrEqual(2_147_483_648);
}
