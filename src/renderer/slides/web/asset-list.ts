/** The files that a web page brings along, each once; in markup and style sheets they go by their place in the list. */
export class AssetList {
  readonly #site: string;
  readonly #places = new Map<string, number>();

  /** @param site absolute address of the site that the files are on; ends with `/` */
  constructor(site: string) {
    this.#site = site;
  }

  /** What stands for a file: `asset:` and its place. An address of another place stays as it is. */
  named(address: string): string {
    const absolute = URL.parse(address, document.baseURI)?.href ?? address;
    if (!absolute.startsWith(this.#site)) return address;
    const path = absolute.slice(this.#site.length - 1).replace(/[?#].*$/, '');
    const place = this.#places.get(path) ?? this.#places.size;
    this.#places.set(path, place);
    return `asset:${place}`;
  }

  /** A style rule with the files that it names. */
  inRule(css: string, base?: string): string {
    return css.replace(/url\("((?:[^"\\]|\\.)*)"\)/g, (whole, address: string) => {
      if (/^(?:data:|#)/.test(address)) return whole;
      return `url("${this.named(base === undefined ? address : new URL(address, base).href)}")`;
    });
  }

  /** Paths on the site, in order. */
  paths(): readonly string[] {
    return [...this.#places.keys()];
  }
}
