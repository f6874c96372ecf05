/** Makes the demo's clips, stills and sounds, and brings them into the library as an upload would. */
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import envPaths from 'env-paths';
import { STATION_ACTOR } from '../../contract/records/audit';
import { DEMO_RECIPES, type DemoRecipe, makeDemoClip } from '../media/demo';
import { together } from '../together';
import { DEMO_CALLER, type DemoNeed } from './caller';
import type { DemoAgencies } from './partners';
import { CATEGORIES, FILLER } from './tirtaraya';

/** Recipe slug -> asset id. */
export type DemoAssets = ReadonlyMap<string, string>;

/** What the filler needs comes first, so that the display plays within seconds. */
const inOrder = (): DemoRecipe[] => {
  const first = new Set<string>(FILLER.slugs);
  return [...DEMO_RECIPES].sort((a, b) => Number(first.has(b.slug)) - Number(first.has(a.slug)));
};

interface BringIn {
  agencies: DemoAgencies;
  signal: AbortSignal;
  /** Told as soon as the filler's are in the library. */
  onFiller(assets: DemoAssets): Promise<void>;
}

/** Resolves when all are in the library. */
export async function bringIn(need: DemoNeed, { agencies, signal, onFiller }: BringIn): Promise<DemoAssets> {
  const assets = new Map<string, string>();
  const waiting = inOrder();
  let told = false;
  const worker = async () => {
    for (let recipe = waiting.shift(); recipe; recipe = waiting.shift()) {
      signal.throwIfAborted();
      assets.set(recipe.slug, await one(need, recipe, agencies, signal));
      if (told || !FILLER.slugs.every((slug) => assets.has(slug))) continue;
      told = true;
      await onFiller(assets);
    }
  };
  await together(Array.from({ length: Math.max(1, availableParallelism()) }, worker));
  return assets;
}

async function one(
  { rooms, dataDir, store }: DemoNeed,
  recipe: DemoRecipe,
  agencies: DemoAgencies,
  signal: AbortSignal,
): Promise<string> {
  const cacheDir = process.env.SUAR_DEMO_CACHE ?? join(envPaths('suar', { suffix: '' }).cache, 'demo');
  const made = await makeDemoClip(rooms.media.toolchain, recipe, cacheDir, signal);
  const folder = join(dataDir, 'uploads');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `demo-${recipe.slug}${extname(made)}`);
  await copyFile(made, path);
  const { size } = await stat(path);
  const upload = {
    path,
    originalName: `${recipe.title}${extname(made)}`,
    hash: null,
    bytes: size,
    actor: STATION_ACTOR,
  };
  const { assetId, duplicate } = await rooms.library.finishUpload(upload);
  if (!duplicate) {
    const rev = store.get('asset', assetId)?.rev ?? 0;
    const origin = { agencyId: agencies.get(recipe.agency) ?? null, category: CATEGORIES[recipe.slug] ?? null };
    await rooms.library.handlers.update({ id: assetId, rev, tags: [...recipe.tags], ...origin }, DEMO_CALLER);
  }
  return assetId;
}
