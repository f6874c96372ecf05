/**
 * Where ffmpeg and ffprobe are. Plain JavaScript on Node's own modules, since `npm start` asks it before any package
 * is there and before anything is built. Read `findTools` first. Types: `find-tools.d.mts`.
 */
import { execFile } from 'node:child_process';
import { accessSync, chmodSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const VERSION_TIMEOUT_MS = 15_000;

/**
 * Both tools: the first candidate of each that runs, or null; and what was tried and did not run. ffprobe is looked
 * for first where ffmpeg came from, so that both read the same formats.
 */
export async function findTools(env = process.env) {
  const rejected = [];
  const ffmpeg = await firstThatRuns(
    'ffmpeg',
    [...named('ffmpeg', env), ...packaged('ffmpeg'), ...onPath('ffmpeg', env)],
    rejected,
  );
  const others = [packaged('ffprobe'), onPath('ffprobe', env)];
  if (ffmpeg?.from === 'PATH') others.reverse();
  const ffprobe = await firstThatRuns('ffprobe', [...named('ffprobe', env), ...others.flat()], rejected);
  return { ffmpeg, ffprobe, rejected };
}

function named(tool, env) {
  const variable = tool === 'ffmpeg' ? 'FFMPEG_BIN' : 'FFPROBE_BIN';
  return env[variable] ? [{ path: env[variable], from: variable }] : [];
}

function packaged(tool) {
  const name = tool === 'ffmpeg' ? 'ffmpeg-static' : '@ffprobe-installer/ffprobe';
  try {
    const found = require(name);
    const path = typeof found === 'string' ? found : found?.path;
    return path ? [{ path: unpacked(path), from: name }] : [];
  } catch {
    // The package is optional, or has no binary for this machine.
    return [];
  }
}

/** Inside a packed application a binary can be run only from the folder beside the archive. */
function unpacked(path) {
  return path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
}

function onPath(tool, env) {
  const file = process.platform === 'win32' ? `${tool}.exe` : tool;
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => ({ path: join(folder, file), from: 'PATH' })).filter(({ path }) => exists(path));
}

function exists(path) {
  try {
    accessSync(path, constants.F_OK);
    return true;
  } catch {
    return false;
  }
}

async function firstThatRuns(tool, list, rejected) {
  for (const candidate of list) {
    try {
      return { ...candidate, version: await versionOf(tool, candidate) };
    } catch (error) {
      rejected.push({ ...candidate, tool, why: String(error.message ?? error).split('\n')[0] });
    }
  }
  return null;
}

/** Runs `-version`: a file that is there, but is for another machine or lacks a library, is not believed. */
async function versionOf(tool, { path, from }) {
  if (from.startsWith('@') || from === 'ffmpeg-static') makeExecutable(path);
  const { stdout } = await run(path, ['-version'], { timeout: VERSION_TIMEOUT_MS, windowsHide: true });
  const version = new RegExp(`^${tool} version (\\S+)`).exec(stdout)?.[1];
  if (!version) throw new Error(`${path} does not answer as ${tool}`);
  return version;
}

/** The package sets this bit in its own install script, which `npm ci --ignore-scripts` leaves out. */
function makeExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    try {
      chmodSync(path, 0o755);
    } catch {
      // Not ours to change: running it says what is wrong.
    }
  }
}
