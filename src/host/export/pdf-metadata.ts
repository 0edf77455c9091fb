import { dateString, textString } from './pdf-values.ts';

/** What a PDF says about itself. Empty texts are left out. */
export interface PdfMetadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** BCP 47, such as `en` or `ja`. */
  readonly lang: string;
  /** Name and version of the program. */
  readonly producer: string;
  readonly created: Date;
}

/** The entries of the information dictionary. */
export function information(metadata: PdfMetadata): readonly (readonly [string, string])[] {
  const { title, author, subject, keywords, producer, created } = metadata;
  const texts = [
    ['Title', title],
    ['Author', author],
    ['Subject', subject],
    ['Keywords', keywords.join(', ')],
    ['Creator', producer],
    ['Producer', producer],
  ] as const;
  const date = dateString(created);
  return [
    ...texts.filter(([, text]) => text !== '').map(([key, text]) => [key, textString(text)] as const),
    ['CreationDate', date],
    ['ModDate', date],
  ];
}

/**
 * The same in XMP (ISO 16684-1), for programs that know nothing else.
 * @param isAccessible whether it may call itself PDF/UA-1 (ISO 14289-1)
 */
export function xmpPacket(metadata: PdfMetadata, isAccessible: boolean): string {
  const { title, author, subject, keywords, lang, producer, created } = metadata;
  const date = `${created.toISOString().slice(0, 19)}Z`;
  const fields = [
    '<dc:format>application/pdf</dc:format>',
    `<dc:title>${alternative(title)}</dc:title>`,
    author === '' ? '' : `<dc:creator><rdf:Seq>${item(author)}</rdf:Seq></dc:creator>`,
    subject === '' ? '' : `<dc:description>${alternative(subject)}</dc:description>`,
    keywords.length === 0 ? '' : `<dc:subject><rdf:Bag>${keywords.map(item).join('')}</rdf:Bag></dc:subject>`,
    `<dc:language><rdf:Bag>${item(lang)}</rdf:Bag></dc:language>`,
    keywords.length === 0 ? '' : `<pdf:Keywords>${escaped(keywords.join(', '))}</pdf:Keywords>`,
    `<pdf:Producer>${escaped(producer)}</pdf:Producer>`,
    `<xmp:CreatorTool>${escaped(producer)}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    isAccessible ? '<pdfuaid:part>1</pdfuaid:part>' : '',
  ];
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" ${namespaces}>`,
    ...fields.filter((field) => field !== ''),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

const namespaces = [
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
  'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
  'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"',
].join(' ');

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;
}

function item(text: string): string {
  return `<rdf:li>${escaped(text)}</rdf:li>`;
}

/** Text as XML has it. Characters that XML cannot hold are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
