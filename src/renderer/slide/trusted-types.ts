/** Trusted Types: the last layer behind the sanitiser and the CSP. Where the browser has none, markup passes as it is. */
import createPurifier from 'dompurify';

/** What both policies of the program, `default` and `dompurify`, are made with; no policy makes script or script URLs. */
interface PolicyRules {
  createHTML(html: string): string;
  createScriptURL?(url: string): string;
}
interface Policy {
  createHTML(html: string): string;
  createScriptURL(url: string): string;
}
interface PolicyFactory {
  createPolicy(name: string, rules: PolicyRules): Policy;
}

function policyFactory(): PolicyFactory | undefined {
  // TypeScript's DOM library does not know Trusted Types; the browser's factory has this shape.
  return (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
}

/**
 * The policy behind the name `dompurify`: it lets markup into documents that have no window, where nothing runs and nothing
 * loads, so that it can be sanitised there. Only `inert-document.ts` and `sanitise.ts` may use it.
 */
export const inertPolicy: Policy | undefined = policyFactory()?.createPolicy('dompurify', {
  createHTML: (html) => html,
  createScriptURL: () => {
    throw new TypeError('Lectern makes no script URLs.');
  },
});

/** {@link inertPolicy} for DOMPurify, so that it makes no policy of its own; nothing where the browser has no Trusted Types. */
export const purifierPolicy = inertPolicy === undefined ? {} : { TRUSTED_TYPES_POLICY: inertPolicy as never };

/**
 * Installs the `default` policy: whatever string reaches an HTML sink without its own policy (reveal.js's controls and notes
 * do) is sanitised first; script and script URLs are refused. Every page calls this before anything else; once.
 */
export function installTrustedTypes(): void {
  const factory = policyFactory();
  if (factory === undefined) return;
  const purifier = createPurifier(window);
  factory.createPolicy('default', {
    createHTML: (html) =>
      // reveal.js empties elements this way, with every step.
      html === ''
        ? ''
        : purifier.sanitize(html, {
            USE_PROFILES: { html: true, svg: true },
            FORBID_TAGS: ['style', 'form', 'input', 'select', 'textarea', 'template', 'dialog'],
            FORBID_ATTR: ['srcset', 'action', 'ping', 'background'],
            SANITIZE_NAMED_PROPS: true,
            ...purifierPolicy,
          }),
  });
}
