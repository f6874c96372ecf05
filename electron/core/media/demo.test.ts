import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { decideRendition } from '../../domain/rendition';
import { DEMO_RECIPES, demoOptions, makeDemoClip } from './demo';
import { quoted } from './demo-graph';
import { createMedia, type Media } from './index';

// Real ffmpeg on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PANEL = { width: 800, height: 400, fit: 'contain', frameRate: 25, loudnessLufs: -23 } as const;
let media: Media;
let cache: string;
const signal = new AbortController().signal;

beforeAll(async () => {
  media = await createMedia();
  cache = await mkdtemp(join(tmpdir(), 'suar-demo-'));
});
afterAll(() => rm(cache, { recursive: true, force: true }));

describe('demo material', () => {
  it.each(['siaga-banjir', 'nomor-darurat', 'smash-ruang-pemilih'])('%s plays as it is', async (slug) => {
    const recipe = DEMO_RECIPES.find((each) => each.slug === slug);
    if (!recipe) throw new Error(slug);
    const path = await makeDemoClip(media.toolchain, recipe, cache, signal);
    const probe = await media.probe(path, recipe.title, { signal, progress: () => {} });
    expect(probe).toMatchObject({ kind: recipe.kind, findings: [] });
    expect(decideRendition(probe, recipe.kind === 'audio' ? null : PANEL)).toMatchObject({ decision: 'as-is' });
    expect(Math.abs(probe.durationMs - recipe.seconds * 1000)).toBeLessThan(50);
    const before = (await stat(path)).mtimeMs;
    expect((await stat(await makeDemoClip(media.toolchain, recipe, cache, signal))).mtimeMs).toBe(before);
  });

  it('leaves nothing half made when stopped', async () => {
    const stop = new AbortController();
    const [recipe] = DEMO_RECIPES;
    if (!recipe) throw new Error('no recipe');
    const made = makeDemoClip(media.toolchain, recipe, cache, stop.signal);
    setTimeout(() => stop.abort(new Error('stopped')), 150);
    await expect(made).rejects.toThrow('stopped');
    expect((await readdir(cache)).filter((name) => name.startsWith(recipe.slug))).toEqual([]);
  });

  it('has the whole loop of the demo day, each under its own name', () => {
    const slugs = DEMO_RECIPES.map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
    expect(DEMO_RECIPES.filter(({ kind, tags }) => kind === 'video' && !tags.includes('filler'))).toHaveLength(15);
    expect(DEMO_RECIPES.filter(({ tags }) => tags.includes('filler'))).toHaveLength(1);
  });

  it('goes without words where there is no font', () => {
    const [recipe] = DEMO_RECIPES;
    if (!recipe) throw new Error('no recipe');
    expect(demoOptions(recipe, { fontFile: null }).join()).not.toContain('drawtext');
    expect(demoOptions(recipe, { fontFile: 'C:\\Windows\\arial.ttf' }).join()).toContain("'C\\:/Windows/arial.ttf'");
  });

  it('quotes what a filter would read as its own', () => {
    expect(quoted('a:b')).toBe("'a\\:b'");
  });
});
