import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The conditions of the Matterhorn Protocol 1.02 for PDF/UA-1 that a machine can check and that can occur in what Lectern
 * writes, checked on what qpdf reads: `docs/pdf.md` lists them. Each failure as `13-004 Figure 12 0 R has no alternative`.
 */
export function matterhorn(pdf: Uint8Array): readonly string[] {
  const file = new ReadFile(pdf);
  return [
    ...metadataFailures(file),
    ...structureFailures(file),
    ...contentFailures(file),
    ...annotationFailures(file),
    ...fontFailures(file),
  ];
}

/** Whether qpdf is installed. */
export function hasQpdf(): boolean {
  try {
    execFileSync('qpdf', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('Skipped: the conditions of PDF/UA that qpdf’s reading shows. It is not installed (Debian: qpdf).');
    return false;
  }
}

type Value = string | number | boolean | null | readonly Value[] | Dictionary;
interface Dictionary {
  readonly [key: string]: Value;
}
interface Stored {
  readonly value?: Value;
  readonly stream?: { readonly dict: Dictionary; readonly data: string };
}

/** A PDF as qpdf’s JSON (version 2) has it. */
class ReadFile {
  readonly catalog: Dictionary;
  readonly pages: readonly Dictionary[];
  readonly #objects: Readonly<Record<string, Stored>>;

  constructor(pdf: Uint8Array) {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-qpdf-'));
    try {
      const path = join(folder, 'in.pdf');
      writeFileSync(path, pdf);
      const options = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', path];
      const json = JSON.parse(execFileSync('qpdf', options, { encoding: 'utf8', maxBuffer: 1e9 })) as {
        qpdf: [unknown, Record<string, Stored>];
      };
      this.#objects = json.qpdf[1];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    const trailer = this.#objects['trailer']?.value as Dictionary;
    this.catalog = this.dictionary(trailer['/Root']);
    this.pages = this.#below(this.dictionary(this.catalog['/Pages']));
  }

  get(value: Value | undefined): Value | undefined {
    if (typeof value !== 'string' || !/^\d+ 0 R$/.test(value)) return value;
    const stored = this.#objects[`obj:${value}`];
    return stored?.stream?.dict ?? stored?.value;
  }

  dictionary(value: Value | undefined): Dictionary {
    const found = this.get(value);
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Dictionary) : {};
  }

  list(value: Value | undefined): readonly Value[] {
    const found = this.get(value);
    return Array.isArray(found) ? found : found === undefined || found === null ? [] : [found];
  }

  data(reference: Value | undefined): string {
    const stored = this.#objects[`obj:${String(reference)}`];
    return Buffer.from(stored?.stream?.data ?? '', 'base64').toString('latin1');
  }

  /** All dictionaries, those of streams too. */
  all(): readonly Dictionary[] {
    return Object.keys(this.#objects).map((name) => this.dictionary(name.replace('obj:', '')));
  }

  #below(node: Dictionary): readonly Dictionary[] {
    if (node['/Type'] !== '/Pages') return [node];
    return this.list(node['/Kids']).flatMap((kid) => this.#below(this.dictionary(kid)));
  }
}

function metadataFailures(file: ReadFile): readonly string[] {
  const { catalog } = file;
  const xmp = Buffer.from(file.data(catalog['/Metadata']), 'latin1').toString('utf8');
  const preferences = file.dictionary(catalog['/ViewerPreferences']);
  return [
    ...(xmp.includes('<x:xmpmeta') ? [] : ['06-001 no XMP metadata']),
    ...(xmp.includes('<pdfuaid:part>1</pdfuaid:part>') ? [] : ['06-002 no PDF/UA identifier']),
    ...(/<dc:title>.*<rdf:li[^>]*>[^<]+<\/rdf:li>.*<\/dc:title>/.test(xmp) ? [] : ['06-003 no dc:title']),
    ...(preferences['/DisplayDocTitle'] === true ? [] : ['07-001 the title is not shown']),
    ...(file.dictionary(catalog['/MarkInfo'])['/Marked'] === true ? [] : ['01-000 not marked as tagged']),
    ...(file.dictionary(catalog['/MarkInfo'])['/Suspects'] === true ? ['01-007 suspects'] : []),
    ...(/^u:[A-Za-z]{2,8}/.test(String(catalog['/Lang'])) ? [] : ['11-001 no language']),
    ...(file.all().some((entries) => entries['/S'] === '/JavaScript') ? ['no JavaScript: there is some'] : []),
    ...(catalog['/OCProperties'] === undefined ? [] : ['20-001 optional content']),
    ...(catalog['/AcroForm'] === undefined ? [] : ['25-001 a form']),
  ];
}

const standard = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form'
  ).split(' '),
);

/** What may stand in what, for lists and tables. */
const kidsOf: Readonly<Record<string, RegExp>> = {
  L: /^(?:L|LI|Caption)$/,
  LI: /^(?:Lbl|LBody)$/,
  Table: /^(?:TR|THead|TBody|TFoot|Caption)$/,
  THead: /^TR$/,
  TBody: /^TR$/,
  TFoot: /^TR$/,
  TR: /^(?:TH|TD)$/,
};
const parentsOf: Readonly<Record<string, RegExp>> = {
  LI: /^L$/,
  LBody: /^LI$/,
  TR: /^(?:Table|THead|TBody|TFoot)$/,
  TH: /^TR$/,
  TD: /^TR$/,
};

function structureFailures(file: ReadFile): readonly string[] {
  const failures: string[] = [];
  const root = file.dictionary(file.catalog['/StructTreeRoot']);
  const roleMap = file.dictionary(root['/RoleMap']);
  const ids = new Set<string>();
  let level = 0;
  const walk = (reference: Value, parent: string): void => {
    const element = file.dictionary(reference);
    const written = String(element['/S']).slice(1);
    const mapped = roleMap[`/${written}`];
    const type = mapped === undefined ? written : String(mapped).slice(1);
    const fail = (condition: string): void => void failures.push(`${condition} (${String(reference)}, ${written})`);
    if (standard.has(written) && mapped !== undefined) fail('02-004 a standard type is mapped');
    if (!standard.has(type)) fail('02-001 a type that is not mapped');
    if (kidsOf[parent]?.test(type) === false || parentsOf[type]?.test(parent) === false)
      fail(`09-004 or 09-005 ${type} in ${parent}`);
    if (/^(?:Figure|Formula)$/.test(type) && !/^[ub]:./.test(String(element['/Alt']))) fail('13-004 no alternative');
    if (type === 'TH' && !JSON.stringify(element['/A'] ?? '').includes('"/Scope"'))
      fail('15-003 a header without scope');
    if (element['/ID'] !== undefined && ids.has(String(element['/ID']))) fail('19-004 a name twice');
    ids.add(String(element['/ID']));
    const heading = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);
    if (heading > level + 1) fail(level === 0 ? '14-002 the first heading is none' : '14-003 a level is skipped');
    if (heading > 0) level = heading;
    if (type === 'Link' && !kids(element).some((kid) => isReferenceToAnnotation(kid)))
      fail('28-011 a link without one');
    for (const kid of kids(element)) {
      if (typeof kid === 'string') walk(kid, type);
      // Content stands in what holds words, or is a picture.
      else if (/^(?:Document|Sect|Div|L|LI|Table|TR)$/.test(type)) fail('09-004 content between blocks');
    }
  };
  for (const kid of kids(root)) walk(kid, 'Root');
  return failures;
}

/** What an element holds: references to elements as they are written. */
function kids({ '/K': held }: Dictionary): readonly Value[] {
  return held === undefined || held === null ? [] : Array.isArray(held) ? held : [held];
}

function isReferenceToAnnotation(kid: Value): boolean {
  return typeof kid === 'object' && kid !== null && (kid as Dictionary)['/Type'] === '/OBJR';
}

/** What leaves something on a page. */
const paint = /^(?:f\*?|F|[BbS]\*?|s|sh|ET|EI)$| (?:Do|sh)$/;

function contentFailures(file: ReadFile): readonly string[] {
  const failures: string[] = [];
  const parents = parentArrays(file);
  const scan = (owner: Dictionary, content: string, where: string): void => {
    const drawings = file.dictionary(file.dictionary(owner['/Resources'])['/XObject']);
    const marks = parents.get(Number(owner['/StructParents'])) ?? [];
    const open: ('tag' | 'artifact' | 'span')[] = [];
    for (const line of content.split('\n')) {
      if (/BDC$|BMC$/.test(line)) {
        const mark = /\/MCID (\d+)/.exec(line)?.[1];
        const kind = line.startsWith('/Artifact') ? 'artifact' : mark === undefined ? 'span' : 'tag';
        if (kind === 'artifact' && open.includes('tag')) failures.push(`01-003 an artifact in a tag, ${where}`);
        if (kind === 'tag' && open.includes('artifact')) failures.push(`01-004 a tag in an artifact, ${where}`);
        if (mark !== undefined && typeof marks[Number(mark)] !== 'string')
          failures.push(`01-005 mark ${mark} belongs to no tag, ${where}`);
        open.push(kind);
      } else if (line === 'EMC') open.pop();
      else if (paint.test(line)) {
        const name = /^(\/\S+) Do$/.exec(line)?.[1];
        const drawing = name === undefined ? {} : file.dictionary(drawings[name]);
        const isMarked = open.includes('tag') || open.includes('artifact');
        if (drawing['/StructParents'] !== undefined) {
          if (open.includes('artifact')) failures.push(`01-004 a tagged drawing in an artifact, ${where}`);
          scan(drawing, file.data(drawings[name ?? '']), `${where} ${name}`);
        } else if (!isMarked) failures.push(`01-005 ${line} is neither tagged nor an artifact, ${where}`);
      }
    }
    if (open.length > 0) failures.push(`01-005 something is not closed, ${where}`);
  };
  for (const [i, page] of file.pages.entries()) scan(page, file.data(page['/Contents']), `page ${i + 1}`);
  return failures;
}

function parentArrays(file: ReadFile): ReadonlyMap<number, readonly Value[]> {
  const numbers = file.list(file.dictionary(file.dictionary(file.catalog['/StructTreeRoot'])['/ParentTree'])['/Nums']);
  return new Map(numbers.flatMap((key, i) => (i % 2 === 0 ? [[Number(key), file.list(numbers[i + 1])] as const] : [])));
}

function annotationFailures(file: ReadFile): readonly string[] {
  const parents = file.list(file.dictionary(file.dictionary(file.catalog['/StructTreeRoot'])['/ParentTree'])['/Nums']);
  return file.pages.flatMap((page, i) => {
    const annotations = file.list(page['/Annots']).map((annotation) => file.dictionary(annotation));
    const tabs = annotations.length > 0 && page['/Tabs'] !== '/S' ? [`28-008 tab order, page ${i + 1}`] : [];
    return [
      ...tabs,
      ...annotations.flatMap((annotation) => {
        const at = parents.findIndex((key, place) => place % 2 === 0 && key === annotation['/StructParent']);
        const tag = file.dictionary(parents[at + 1]);
        return [
          ...(annotation['/Subtype'] === '/Link' && tag['/S'] !== '/Link'
            ? [`28-011 a link in no tag, page ${i + 1}`]
            : []),
          ...(annotation['/Subtype'] !== '/Link' && tag['/S'] !== '/Annot'
            ? [`28-002 an annotation in no tag, page ${i + 1}`]
            : []),
          ...(/^[ub]:./.test(String(annotation['/Contents'])) ? [] : [`28-012 no description, page ${i + 1}`]),
        ];
      }),
    ];
  });
}

function fontFailures(file: ReadFile): readonly string[] {
  return file.all().flatMap((font) => {
    const name = String(font['/BaseFont']);
    if (font['/Subtype'] === '/Type0') {
      const map = file.data(font['/ToUnicode']);
      return [
        ...(font['/ToUnicode'] === undefined ? [`31-027 no Unicode, ${name}`] : []),
        ...(/<(?:0000|FEFF|FFFE)>\s*$/im.test(map) ? [`31-028 nothing in Unicode, ${name}`] : []),
        ...(font['/Encoding'] === '/Identity-H' || font['/Encoding'] === '/Identity-V' ? [] : [`31-006 ${name}`]),
      ];
    }
    if (font['/Subtype'] === '/CIDFontType2')
      return font['/CIDToGIDMap'] === undefined ? [`31-004 no CIDToGIDMap, ${name}`] : [];
    if (font['/Type'] !== '/FontDescriptor') return [];
    const isEmbedded = ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => font[key] !== undefined);
    return isEmbedded ? [] : [`31-009 ${String(font['/FontName'])} is not embedded`];
  });
}
