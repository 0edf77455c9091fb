/** What may stand in a slide, as data. Anything not named here is taken out; text in it stays where that is harmless. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const htmlTags = words(`
  a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
  figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd li main mark nav ol p picture pre q rp rt ruby
  s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr
  center font`);

const svgTags = words(`
  svg circle clippath defs desc ellipse g line lineargradient marker mask path pattern polygon polyline radialgradient rect stop
  switch symbol text textpath title tspan filter feblend fecolormatrix fecomposite fedropshadow feflood fegaussianblur femerge
  femergenode feoffset`);

const mathTags = words(`
  math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub
  msubsup msup mtable mtd mtext mtr munder munderover`);

export const allowedTags: readonly string[] = [...htmlTags, ...svgTags, ...mathTags, '#text'];

const htmlAttributes = words(`
  align alt bgcolor border cellpadding cellspacing checked color colspan controls datetime decoding default dir disabled face headers
  height hidden href id kind label lang loading loop muted open playsinline poster preload rel reversed role rowspan scope size span
  src srclang start style tabindex title translate type valign value width class`);

const svgAttributes = words(`
  clip-path clip-rule clippathunits color-interpolation color-interpolation-filters cx cy d dominant-baseline dx dy edgemode fill
  fill-opacity fill-rule filter filterunits flood-color flood-opacity font-family font-size font-style font-variant font-weight fx fy
  gradienttransform gradientunits in in2 k1 k2 k3 k4 lengthadjust letter-spacing marker-end marker-mid marker-start markerheight
  markerunits markerwidth mask maskcontentunits maskunits mode offset opacity operator orient overflow paint-order pathlength
  patterncontentunits patterntransform patternunits points preserveaspectratio primitiveunits r refx refy result rotate rx ry
  shape-rendering spreadmethod startoffset stddeviation stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
  stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering textlength
  transform transform-origin values vector-effect viewbox visibility word-spacing writing-mode x x1 x2 xlink:href xmlns xmlns:xlink
  xml:space y y1 y2`);

const mathAttributes = words(`
  accent accentunder columnalign columnlines columnspacing columnspan depth display displaystyle fence frame largeop linethickness
  lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation rowalign rowlines rowspacing rspace
  scriptlevel separator stretchy symmetric voffset`);

/** Without `data-` attributes, which `core/markdown/attributes.ts` lists, and `aria-` ones. */
export const allowedAttributes: readonly string[] = [...htmlAttributes, ...svgAttributes, ...mathAttributes];

/** Attributes that hold ids of other elements, and are renamed with them. */
export const idReferences: ReadonlySet<string> = new Set(
  words(
    'aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto aria-labelledby aria-owns headers',
  ),
);

/** Attributes whose values are checked by this program and are no addresses, so that DOMPurify need not take them for one. */
export const notAddresses: readonly string[] = words(
  'alt aria-label aria-roledescription aria-description datetime d points transform viewbox values fill stroke style',
);
