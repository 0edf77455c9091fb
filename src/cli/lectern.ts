import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { exportFormats } from '../core/export/formats.ts';
import { asFailure } from '../core/failure.ts';
import { writtenFormats } from '../host/export/exporter.ts';
import { exportFlags } from './export-flags.ts';
import { sayFailure } from './output.ts';
import { programVersion } from './program.ts';
import { templateList } from './template-list.ts';

/** Exit codes: done, the work failed, the arguments are wrong. */
const failed = 1;
const misused = 2;

// A command’s code is loaded when it runs: `lectern slides` needs neither the server nor a browser.
const program = new Command('lectern')
  .description('Edit, reorder, annotate, present and export Markdown briefing decks, offline.')
  .version(programVersion(), '-V, --version', 'print the version and end')
  .helpOption('-h, --help', 'explain the program, or one command of it')
  .argument('[target]', 'a deck, or a folder of decks; the current folder if left out')
  .option('--browser', 'open in your browser, whatever else is there')
  .addOption(new Option('--desktop', 'open the desktop shell; fail where it cannot start').conflicts('browser'))
  .action(async (target: string | undefined, options) => (await import('./open.ts')).open(target, options))
  .addHelpText(
    'after',
    `
Slides are numbered from 1 in file order, hidden ones included. Results are printed on standard output, messages on
standard error. Exit codes: 0 done, 1 the work failed, 2 the arguments are wrong. A command that fails writes nothing.

  lectern decks                                   open the library in the folder “decks”
  lectern new talk.md --template decision-brief   start a deck
  lectern search "carrier group" decks            find slides
  lectern annotations talk.md -o review.md        collect what reviewers said
  lectern annotations import back.pdf --into talk.md
  lectern export talk.md -o talk.pdf              make a PDF
  lectern move talk.md 5 2                        make slide 5 the second one`,
  )
  .helpCommand('help [command]', 'explain a command')
  // An option belongs to the command before it: some have commands of their own, with options of the same names.
  .enablePositionalOptions()
  .showHelpAfterError('Run “lectern --help” for how to use it.')
  .exitOverride();

program
  .command('open')
  .description('open a deck, a folder, a bundle, or a PDF that holds its deck; as the program does without a command')
  .argument('[target]', 'the current folder if left out')
  .addHelpText(
    'after',
    `
The deck in a bundle (.zip) or a PDF is unpacked into a new folder beside it; nothing is written over. “lectern --browser open”
and “lectern --desktop open” choose the shell.`,
  )
  .action(async (target: string | undefined) => (await import('./open.ts')).open(target, program.opts()));

program
  .command('serve')
  .description('open the library of a folder in your browser; ends on Ctrl-C')
  .argument('[target]', 'a folder of decks, or a deck; the current folder if left out')
  .option('--port <number>', 'the port on 127.0.0.1; a free one if left out', portNumber)
  .option('--no-open', 'print the address and open no browser')
  .option('--json', 'print {"url"} once it listens')
  .action(async (target: string | undefined, options) => (await import('./serve.ts')).serveFolder(target, options));

program
  .command('slides')
  .description('list a deck’s slides')
  .argument('<deck>', 'the deck')
  .option('--json', 'print {"title", "marking", "slides"}')
  .action(async (deck: string, options) => (await import('./slides.ts')).slides(deck, options));

program
  .command('move')
  .description('move slides so that the first of them becomes slide TO')
  .argument('<deck>', 'the deck')
  .argument('<from>', 'the slides to move: 5, or 2-4')
  .argument('<to>', 'the number that the first of them gets')
  .option('--below', 'put them below the slide before, in its stack')
  .addOption(new Option('--out', 'take them out of a stack').conflicts('below'))
  .option('--dry-run', 'write nothing, print what would change')
  .option('--json', 'print {"changes": [{"from", "to", "insert"}]}')
  .addHelpText(
    'after',
    `
Slides that land inside a stack join it, others stand as columns of their own, unless --below or --out says otherwise.
Changes count UTF-16 code units of the file’s text, from 0, without its byte order mark; a CRLF counts two. They are in
rising order and all refer to the text before the first of them.`,
  )
  .action(async (deck: string, from: string, to: string, options) =>
    (await import('./move.ts')).move(deck, from, to, options),
  );

const exporting = program
  .command('export')
  .description('make a deck into a PDF, a presentation, a web page, pictures, text, or one file to pass on')
  .argument('<deck>', 'the deck')
  .requiredOption('-o, --output <file>', `the file to write: ${extensions().join(', ')}`);
for (const flag of exportFlags(writtenFormats)) exporting.addOption(flag);
exporting
  .option(
    '--json',
    'print {"output", "bytes", "pages", "seconds", "slides", "left out"}, and "files" where there are several',
  )
  .addHelpText(
    'after',
    `
What is made goes by the extension:

  .pdf    a page a slide, tagged, with an outline
  .pptx   a presentation whose texts, tables and notes can be edited
  .html   one web page that needs no network; S opens the notes, where it holds them
  .png    a picture a slide: into a folder that is there, by a name with %d or %03d, or numbered
  .md     the words and the notes
  .zip    the deck, its images and its annotations, to be opened again

Slides are laid out by a headless Chromium: an installed headless shell, the one that came with Lectern, or an installed
Chrome, Chromium or Edge. LECTERN_CHROMIUM names another. SOURCE_DATE_EPOCH sets the date in what is made.`,
  )
  .action(async (deck: string, options) => (await import('./export.ts')).exportDeck(deck, options));

program
  .command('verify')
  .description('compute the checksums in the manifest of an export anew')
  .argument('<manifest>', 'the file that ends in .manifest.json, made by “lectern export --manifest”')
  .option('--json', 'print {"verified", "files"}')
  .addHelpText(
    'after',
    `
A file is {"path", "role", "state", "expected", "found"}; its state is "unchanged", "changed" or "missing". Exits with 1 where
one is not as it was.`,
  )
  .action(async (manifest: string, options) => (await import('./verify.ts')).verify(manifest, options));

const annotating = program
  .command('annotations')
  .enablePositionalOptions()
  .description('list what was drawn on a deck and said about it')
  .argument('<deck>', 'the deck')
  .option('-o, --report <file>', 'write the comments to a file, as Markdown')
  .option('--json', 'print {"title", "annotations", "unplaced"}')
  .addHelpText(
    'after',
    `
An annotation is {"id", "kind", "slide", "slideLabel", "placed", "lastSlide", "author", "created", "modified", "text", "layer",
"hidden", "quote", "point", "resolved", "replies"}. Kinds are pen, highlighter, line, arrow, rectangle, ellipse, label, comment,
other. One that is not placed waits for its slide; lastSlide is the number that this had.`,
  )
  .action(async (deck: string, options) => (await import('./annotations.ts')).listAnnotations(deck, options));

annotating
  .command('import')
  .description('bring what people drew and said on an exported PDF back to the slides')
  .argument('<pdf>', 'the PDF that came back, exported with --annotations native or --comments')
  .requiredOption('--into <deck>', 'the deck that it was exported from')
  .option('--dry-run', 'write nothing, print what would change')
  .option('--json', 'print {"added", "changed", "unchanged", "missing", "locked", "unplaced", "leftOut", "dryRun"}')
  .addHelpText(
    'after',
    `
What is new goes onto a layer that is named as the PDF is. What was changed in the PDF is changed in the deck; what was
deleted there is listed as missing, and kept. Importing a PDF twice adds nothing twice. An annotation is {"id", "kind",
"slide", "text"}; what is left out is {"page", "kind", "author", "text", "reason"}.`,
  )
  .action(async (pdf: string, options) => (await import('./import-annotations.ts')).importAnnotations(pdf, options));

program
  .command('search')
  .description('find words on any slide of any deck in a folder')
  .argument('<words>', 'what to look for; several words in quotes, and a slide has to have all of them')
  .argument('[folder]', 'a folder of decks, or a deck; the current folder if left out')
  .option('--limit <number>', 'show at most so many slides', count, 100)
  .option('--json', 'print {"total", "slides", "decks", "hits"}')
  .addHelpText(
    'after',
    `
Words are found by their beginnings, whatever their case and accents; where nothing matches as written, words a letter or
two away. Hidden slides and notes are looked through as well. A hit is {"deck", "deckTitle", "slide", "title", "hidden",
"inNotes", "excerpt", "marks"}; marks count UTF-16 code units of the excerpt.`,
  )
  .action(async (words: string, folder: string | undefined, options) =>
    (await import('./search.ts')).search(words, folder, options),
  );

program
  .command('new')
  .description('make a new deck from a template')
  .argument('<file>', 'the file to make; nothing is ever written over')
  .option('--template <name>', 'the template to start from', 'blank')
  .option('--json', 'print {"output", "template", "slides"}')
  .addHelpText('after', () => `\nTemplates:\n${templateList()}`)
  .action(async (file: string, options) => (await import('./new.ts')).newDeck(file, options));

process.stdout.on('error', endOfPipe);
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = await exitCode(error);
}

/** Of the formats that can be written. */
function extensions(): readonly string[] {
  return writtenFormats.map((format) => exportFormats[format].extension);
}

function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It is not a number from 1.');
  return Number(text);
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
    throw new InvalidArgumentError('It is not a port from 0 to 65535.');
  return Number(text);
}

/** Commander has said its own piece already. */
async function exitCode(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : misused;
  const failure = asFailure(error);
  sayFailure(failure);
  if (failure.code === 'unexpected') await (await import('./crash.ts')).tellOfCrash(error);
  return failure.code === 'bad-arguments' || failure.code === 'no-such-slide' ? misused : failed;
}

/** A reader that has seen enough, such as `head`, is no error. */
function endOfPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}
