import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a program took, with all that it started. */
export interface ProcessCost {
  readonly seconds: number;
  /** The most memory at one time, as far as looking every so often shows; NaN where the system does not tell (Linux does). */
  readonly megabytes: number;
}

/** Milliseconds between two looks. */
const interval = 50;

/** Runs a program to its end. Throws if it fails. */
export async function runMeasured(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ProcessCost> {
  const start = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  let peak = Number.NaN;
  const timer = setInterval(() => {
    const now = memoryOf(child.pid ?? 0);
    if (!(peak >= now)) peak = now;
  }, interval);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(timer));
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${said.slice(-2000)}`);
  return { seconds: (performance.now() - start) / 1000, megabytes: peak };
}

/** Megabytes that a process and all below it have in memory; what they share is counted for each. */
function memoryOf(root: number): number {
  const parents = new Map<number, number>();
  const sizes = new Map<number, number>();
  let names: readonly string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return Number.NaN;
  }
  for (const name of names) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
      sizes.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has ended meanwhile.
    }
  }
  const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  return [...sizes].reduce((sum, [pid, size]) => (isBelow(pid) ? sum + size : sum), 0);
}
