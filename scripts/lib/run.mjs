/** Runs other programs, only with Node's own modules. */
import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Folder of the repository. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** Runs to the end with the terminal's own output; answers its exit code (1 when a signal ended it). */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], ...options });
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** As `run`, with all that it writes kept and answered, so that programs that run at the same time do not mix their lines. */
export function runKeeping(command, args) {
  return new Promise((done) => {
    const words = [];
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => words.push(bytes));
    child.once('error', (fault) => done({ code: 1, output: `${fault.message}\n` }));
    child.once('close', (code) => done({ code: code ?? 1, output: Buffer.concat(words).toString() }));
  });
}

/** As `run`, for a program that is ended in order: a signal sent to this process alone reaches it, and its end is waited for. */
export function runPassingSignals(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.once('error', () => done(1));
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** Whether a command can be run at all; its first line of output, or null. */
export function firstLine(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', timeout: 20_000 });
  if (result.error || result.status !== 0) return null;
  return `${result.stdout}${result.stderr}`.split('\n')[0].trim();
}

/** npm of the Node that runs us, also on Windows where it is a script. */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    shell: process.platform === 'win32',
    ...options,
  });
}

/** A program of an installed package, run by this Node: `tool('vite/bin/vite.js')`. */
export function tool(path) {
  return resolve(ROOT, 'node_modules', path);
}

/** Whether this is Debian or Ubuntu and we are root. */
export function canUseApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && firstLine('apt-get', ['--version']) !== null;
}

/** `apt-get install` where that can be done. Answers whether it was. */
export async function aptInstall(packages) {
  if (!canUseApt()) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  await run('apt-get', ['update', '-qq'], quiet);
  return (await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)) === 0;
}
