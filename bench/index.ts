/** Runs the suites that are named, or all: `npm run bench -- index app`. */
const suites = {
  index: () => import('./deck-index.ts'),
  search: () => import('./search.ts'),
  anchoring: () => import('./anchoring.ts'),
  export: () => import('./export.ts'),
  formats: () => import('./formats.ts'),
  library: () => import('./library.ts'),
  app: () => import('./app.ts'),
  annotate: () => import('./annotate.ts'),
  desktop: () => import('./desktop.ts'),
};

const known = Object.keys(suites) as (keyof typeof suites)[];
const named = process.argv.slice(2);
const unknown = named.find((name) => !known.some((suite) => suite === name));
if (unknown !== undefined) {
  console.error(`There is no suite “${unknown}”; there are ${known.join(' and ')}.`);
  process.exitCode = 2;
} else {
  for (const name of known.filter((suite) => named.length === 0 || named.includes(suite))) {
    console.log(`\n${name}`);
    await (await suites[name]()).run();
  }
}

export {};
