import { xmlPart, xmlText } from '../xml.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** What kinds of parts refer to each other, by the last word of their relationship’s address. */
export type RelationshipKind =
  | 'officeDocument'
  | 'extended-properties'
  | 'slideMaster'
  | 'slideLayout'
  | 'slide'
  | 'notesMaster'
  | 'notesSlide'
  | 'theme'
  | 'presProps'
  | 'viewProps'
  | 'tableStyles'
  | 'image'
  | 'hyperlink'
  | 'core-properties';

/** What one part of a package refers to, each under an id of its own; the same target again has the same id. */
export class Relationships {
  readonly #entries = new Map<string, { readonly id: string; readonly xml: string }>();

  /** The id of a target: a part’s path relative to this one’s folder, or an address outside of the package. */
  add(kind: RelationshipKind, target: string, isExternal = false): string {
    const key = `${kind} ${target}`;
    const known = this.#entries.get(key);
    if (known !== undefined) return known.id;
    const id = `rId${this.#entries.size + 1}`;
    const type = kind === 'core-properties' ? `${packages}/metadata/core-properties` : `${office}/${kind}`;
    const mode = isExternal ? ' TargetMode="External"' : '';
    this.#entries.set(key, {
      id,
      xml: `<Relationship Id="${id}" Type="${type}" Target="${xmlText(target)}"${mode}/>`,
    });
    return id;
  }

  part(): string {
    const all = [...this.#entries.values()].map(({ xml }) => xml).join('');
    return xmlPart(`<Relationships xmlns="${packages}">${all}</Relationships>`);
  }
}
