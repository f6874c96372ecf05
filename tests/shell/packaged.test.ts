/**
 * The installed application as electron-builder packs it: what is in it, what is not, and that the station runs from it.
 * An empty folder stands in for Electron's runtime, which packing only copies. About 20 s, most of it packing.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

/** Of @electron/asar, which comes with electron-builder. */
interface Asar {
  listPackage(archive: string, options: { isPack: boolean }): string[];
  extractAll(archive: string, folder: string): void;
}

const ROOT = join(import.meta.dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'suar-packaged-'));
const resources = join(scratch, 'out/linux-unpacked/resources');
const unpacked = join(resources, 'app.asar.unpacked');
const app = join(scratch, 'app');
/** Paths in the archive, with slashes and without the first one. */
let packed: Set<string>;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

/**
 * The folder to pack: this one, or, where its packages are a link (a second work tree), a copy of what packing reads,
 * since npm does not list the packages behind a link.
 */
async function project(): Promise<string> {
  if (!lstatSync(join(ROOT, 'node_modules')).isSymbolicLink()) return ROOT;
  const copy = join(scratch, 'project');
  for (const name of ['dist', 'resources', 'package.json', 'package-lock.json', 'electron-builder.yml'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  await promisify(execFile)('cp', ['-RLl', join(ROOT, 'node_modules'), copy]);
  return copy;
}

async function pack(): Promise<void> {
  const runtime = join(scratch, 'runtime');
  mkdirSync(runtime);
  writeFileSync(join(runtime, 'electron'), '#!/bin/sh\n');
  chmodSync(join(runtime, 'electron'), 0o755);
  const cwd = await project();
  const options = [`-c.electronDist=${runtime}`, `-c.directories.output=${join(scratch, 'out')}`, '--publish=never'];
  const cli = join(cwd, 'node_modules/electron-builder/cli.js');
  await promisify(execFile)(process.execPath, [cli, ...options, '--linux', 'dir'], { cwd, maxBuffer: 1 << 24 });
}

beforeAll(async () => {
  await pack();
  const require = createRequire(createRequire(import.meta.url).resolve('electron-builder'));
  const asar = require('@electron/asar') as Asar;
  const archive = join(resources, 'app.asar');
  packed = new Set(asar.listPackage(archive, { isPack: false }).map((path) => path.split(sep).join('/').slice(1)));
  asar.extractAll(archive, app);
}, 180_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));

describe('the packed application', () => {
  it('holds every built file, maps excepted', () => {
    const built = ['electron', 'renderer'].flatMap((part) =>
      filesIn(join(ROOT, 'dist', part)).map((path) => `dist/${part}/${path}`),
    );
    expect(built.length).toBeGreaterThan(20);
    expect(built.filter((path) => !path.endsWith('.map') && !packed.has(path))).toEqual([]);
    expect([...packed].filter((path) => path.endsWith('.map'))).toEqual([]);
  });

  it('holds every package that its programs import', () => {
    const programs = [...packed].filter((path) => /^dist\/electron\/.*\.c?js$/.test(path));
    const imported = programs.flatMap((path) =>
      [...readFileSync(join(app, path), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?["']([@a-z][\w./@:-]*)["']/g)].map(
        ([, name = '']) => name,
      ),
    );
    const packages = imported.filter((name) => !name.startsWith('node:') && !builtinModules.includes(name));
    const names = new Set(packages.map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')));
    names.delete('electron');
    expect(names.size).toBeGreaterThan(10);
    expect([...names].filter((name) => !packed.has(`node_modules/${name}/package.json`))).toEqual([]);
  });

  it('holds no sources, no tests and nothing that only development needs', () => {
    expect([...packed].filter((path) => !/^(dist|node_modules)(\/|$)|^package\.json$/.test(path))).toEqual([]);
    const Lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) });
    const { packages } = Lock.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
    // By name: packing lifts a package that stands in another's folder to the top.
    const namesOf = (dev: boolean) =>
      Object.entries(packages).flatMap(([path, entry]) =>
        path && (entry.dev ?? false) === dev ? [path.split('node_modules/').at(-1) ?? ''] : [],
      );
    const needed = new Set(namesOf(false));
    const development = namesOf(true).filter((name) => !needed.has(name));
    expect(development).toEqual(expect.arrayContaining(['vitest', 'electron']));
    expect(development.filter((name) => packed.has(`node_modules/${name}/package.json`))).toEqual([]);
  });

  it('keeps native modules and programs outside the archive, where they can be loaded and run', () => {
    const outside = new Set(filesIn(unpacked));
    const loaded = [...packed].filter((path) => path.endsWith('.node') || /(^|\/)ff(mpeg|probe)(\.exe)?$/.test(path));
    const files = loaded.filter((path) => lstatSync(join(app, path)).isFile());
    expect(files.some((path) => path.startsWith('node_modules/@libsql/'))).toBe(true);
    expect(files.filter((path) => !outside.has(path))).toEqual([]);
  });

  it('has words, icons and fonts beside the archive', () => {
    for (const folder of ['locales', 'icons', 'fonts']) {
      const wanted = filesIn(join(ROOT, 'resources', folder)).sort();
      expect(filesIn(join(resources, 'resources', folder)).sort()).toEqual(wanted);
    }
  });

  it('names no server to update itself from', () => {
    expect(existsSync(join(resources, 'app-update.yml'))).toBe(false);
  });

  it('serves from its own packages alone', async () => {
    const data = join(scratch, 'data');
    const args = [join(app, 'dist/electron/headless.js'), '--data', data, '--port', '0'];
    const station = spawn(process.execPath, args, { cwd: scratch, stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const [line] = (await once(station.stdout, 'data')) as [Buffer];
      const origin = /^Suar listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(String(line))?.[1];
      expect(await (await fetch(`${origin}/healthz`)).json()).toMatchObject({ status: 'ok' });
      for (const page of ['/', '/display']) {
        const html = await (await fetch(`${origin}${page}`)).text();
        const parts = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
        expect(parts.length).toBeGreaterThan(0);
        for (const path of parts) expect((await fetch(`${origin}${path}`)).status).toBe(200);
      }
    } finally {
      const ended = once(station, 'exit');
      station.kill('SIGTERM');
      await ended;
    }
  });
});
