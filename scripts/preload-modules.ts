import type { Plugin } from 'vite';

/**
 * A Vite plugin that has a page fetch what its first script imports later on, with what that imports and its styles, while that script runs. For modules
 * that are always imported: they are dynamic only so that the first script need not wait for them.
 *
 * @param page File name of the page.
 * @param modules How the paths of the modules end.
 */
export function preloadModules(page: string, modules: readonly string[]): Plugin {
  return {
    name: 'preload-modules',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {}, filename }) {
        if (!filename.endsWith(page)) return html;
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const scripts = new Set<string>();
        const styles = new Set<string>();
        const add = (chunk: (typeof chunks)[number] | undefined): void => {
          if (chunk === undefined || scripts.has(chunk.fileName)) return;
          scripts.add(chunk.fileName);
          for (const next of chunk.imports) add(chunks.find(({ fileName }) => fileName === next));
          // After those of what it imports, as Vite has them.
          chunk.viteMetadata?.importedCss.forEach((name) => styles.add(name));
        };
        for (const module of modules) {
          const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
          if (chunk === undefined) throw new Error(`No chunk of ${page} has ${module}.`);
          add(chunk);
        }
        const links = (rel: string, names: ReadonlySet<string>) =>
          [...names]
            .filter((name) => !html.includes(name))
            .map((name) => ({
              tag: 'link',
              attrs: { rel, crossorigin: true, href: `./${name}` },
              injectTo: 'head' as const,
            }));
        return [...links('modulepreload', scripts), ...links('stylesheet', styles)];
      },
    },
  };
}
