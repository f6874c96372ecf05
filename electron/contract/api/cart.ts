/** The cart of the radio: what its keys and breaks may play, who plays, and what was played. */
import { z } from 'zod';
import { AssetKind } from '../records/asset';
import { PlayReport } from '../records/play';
import { DurationMs, Id, Instant, Name, Reason, Sha256 } from '../scalars';
import { command, query } from './procedure';

const named = { assetId: Id, name: z.string(), kind: AssetKind.nullable() };

/** One asset as the cart has it. What is `refused` may not air; what is `making` will be there; what is `failed` needs a person. */
export const CartMaterial = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('ready'),
    ...named,
    hash: Sha256,
    bytes: z.int().min(1),
    durationMs: DurationMs,
    /** Of the finished file; null where nothing in it is loud enough to count, or it was never measured. */
    loudnessLufs: z.number().nullable(),
    truePeakDbtp: z.number().nullable(),
    /** When it may air, epoch ms; null where nothing is said. */
    airsFrom: Instant.nullable(),
    airsUntil: Instant.nullable(),
    /** What a person ought to know of it before it airs. */
    warnings: z.array(Reason),
    /** Spots of it in breaks and announcements that the rules keep out there, by their keys; elsewhere it may be played. */
    leftOut: z.array(z.object({ key: Id, because: Reason })),
  }),
  z.object({ state: z.enum(['refused', 'making', 'failed']), ...named, because: z.array(Reason).min(1) }),
]);
export type CartMaterial = z.infer<typeof CartMaterial>;
export type ReadyMaterial = Extract<CartMaterial, { state: 'ready' }>;

/** The one page that plays. */
export const CartHolder = z.object({ key: Id, name: Name, since: Instant });
export type CartHolder = z.infer<typeof CartHolder>;

/** A page that plays says so every 10 s. */
export const CLAIM_EVERY_MS = 10_000;

export const cartApi = {
  /** Of everything that the rundown's items and its programme's jingles name, in that order, each once. */
  material: query('read')
    .route({ method: 'GET', path: '/rundowns/{rundownId}/cart' })
    .input(z.object({ rundownId: Id }))
    .output(z.array(CartMaterial)),
  /** Into the play log of the radio. A play that is there already is left as it is. */
  report: command('rundown')
    .route({ method: 'POST', path: '/cart/plays' })
    .input(z.object({ plays: z.array(PlayReport).min(1).max(500) }))
    .output(z.null()),
  /**
   * The page with this key plays from now on, or goes on to. Where another does, it is answered and nothing changes, unless `force`.
   * A claim that is not made anew for 25 s is over.
   */
  claim: command('rundown')
    .route({ method: 'POST', path: '/cart/claim' })
    .input(z.object({ key: Id, force: z.boolean().default(false) }))
    .output(CartHolder),
  release: command('rundown')
    .route({ method: 'POST', path: '/cart/release' })
    .input(z.object({ key: Id }))
    .output(z.null()),
  /** Who plays; null for nobody. */
  holder: query('read').route({ method: 'GET', path: '/cart/holder' }).output(CartHolder.nullable()),
};
