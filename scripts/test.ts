/**
 * Everything that must hold before a change is taken over, in turn, each stage with its result and duration. Ends with
 * one line, `N passed, N failed`; a stage that is not made of tests counts as one. Exits with 1 on any failure.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Stage {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Reads the runner's own report, for a stage that is made of tests. */
  readonly report?: { readonly file: string; readonly counts: (report: never) => Counts };
  /** The stage without which this one means nothing. */
  readonly needs?: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'out', 'test-reports');
const unitReport = join(reports, 'unit.json');
const endReport = join(reports, 'e2e.json');

const stages: readonly Stage[] = [
  { name: 'lint', command: ['oxlint'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  { name: 'types', command: ['tsc', '-b', '.', 'tests'] },
  {
    name: 'unit',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`],
    report: { file: unitReport, counts: unitCounts },
  },
  { name: 'build', command: [process.execPath, join(root, 'scripts', 'build.js')] },
  {
    name: 'e2e',
    command: ['playwright', 'test', '--reporter=dot,json'],
    report: { file: endReport, counts: endCounts },
    needs: 'build',
  },
];

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const failedStages = new Set<string>();
const lines: string[] = [];
let passed = 0;
let failed = 0;

for (const stage of stages) {
  if (stage.needs !== undefined && failedStages.has(stage.needs)) {
    failed += 1;
    lines.push(line(stage.name, 'failed', `not run, because ${stage.needs} failed`));
    continue;
  }
  process.stdout.write(`\n${stage.name}: ${stage.command.join(' ')}\n`);
  const began = performance.now();
  const ok = await run(stage.command);
  const counts = countsOf(stage, ok);
  passed += counts.passed;
  failed += counts.failed;
  if (counts.failed > 0) failedStages.add(stage.name);
  lines.push(line(stage.name, counts.failed > 0 ? 'failed' : 'passed', told(stage, counts), performance.now() - began));
}

process.stdout.write(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function run([command, ...args]: readonly [string, ...string[]]): Promise<boolean> {
  const PATH = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  const env = { ...process.env, PATH, PLAYWRIGHT_JSON_OUTPUT_FILE: endReport };
  // On Windows npm's commands are scripts, which only a shell starts.
  const shell = process.platform === 'win32' && command !== process.execPath;
  const child = spawn(command, args, { cwd: root, env, shell, stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
}

/** A runner that left no report, or failed without a failed test (it found none, or crashed), counts as one failure. */
function countsOf({ report }: Stage, ok: boolean): Counts {
  if (report === undefined) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const counts = read(report) ?? { passed: 0, failed: 1, skipped: 0 };
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function read({ file, counts }: NonNullable<Stage['report']>): Counts | null {
  try {
    // Each runner's report is read by the function beside its name.
    return counts(JSON.parse(readFileSync(file, 'utf8')) as never);
  } catch {
    return null;
  }
}

function unitCounts(report: { numPassedTests: number; numFailedTests: number; numPendingTests: number }): Counts {
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
}

function endCounts({
  stats,
}: {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}): Counts {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

function told({ report }: Stage, { passed, failed, skipped }: Counts): string {
  if (report === undefined) return '';
  const parts = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])];
  return parts.join(', ');
}

function line(name: string, result: string, text: string, milliseconds?: number): string {
  const seconds = milliseconds === undefined ? '' : `${(milliseconds / 1000).toFixed(1)} s`;
  return `${name.padEnd(8)}${result.padEnd(8)}${seconds.padStart(8)}  ${text}`.trimEnd();
}
