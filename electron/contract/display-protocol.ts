/**
 * Display protocol, version 1: JSON text messages over one WebSocket at `/display/socket`.
 * The display speaks first (`hello`). With no token it is given a pairing code; with one it gets `welcome`, then the
 * `recalls`, `law`, `takeovers`, and the newest `timeline` with its `entries`. Media is fetched over HTTP from `/media/HASH` with
 * `Authorization: Bearer TOKEN`.
 */
import { z } from 'zod';
import { Profile } from './records/display';
import { PlayReport } from './records/play';
import { MOST_RECALLS, RecallOrder, ToldReceipt } from './records/recall';
import { SignedRulebook } from './records/rulebook';
import { TakeoverOrder } from './records/takeover';
import { TimelineBody, TimelineHead } from './records/timeline';
import { Id, Instant, Reason, Sha256, Zone } from './scalars';

export const DISPLAY_PROTOCOL = 1;
/** Longest message a display may send. A picture is the largest. */
export const MAX_DISPLAY_MESSAGE_BYTES = 512 * 1024;
export const MAX_PLAYS_PER_MESSAGE = 200;
/** Takeovers that hold or are planned at once: far more than anyone oversees. */
export const MAX_TAKEOVERS = 100;
export const MAX_RECEIPTS_PER_MESSAGE = 200;

const Showing = z.object({
  name: z.string(),
  assetId: Id.nullable(),
  bookingId: Id.nullable(),
  startedAt: Instant,
  /** Null: until somebody ends it. */
  endsAt: Instant.nullable(),
});

/** A page may be anybody's: what it says of a fault is kept and told on, so it has to be short. */
const LONGEST_REASON = 4000;
const PageReason = Reason.refine((said) => JSON.stringify(said).length <= LONGEST_REASON, 'too long');

const said = [
  z.object({
    type: z.literal('hello'),
    protocol: z.int(),
    token: z.string().max(200).nullable(),
    /** The page's own name, kept by the browser: the same after a reload, and in a copy of the browser's profile. */
    instanceId: z.string().min(8).max(64),
    /** New at every load of the page: two of them at once under one name are a copied profile. Empty where not told. */
    load: z.string().max(64).default(''),
    /**
     * The timeline it has; it is not sent again. A number alone would not do: after a restored backup the station counts some
     * of them a second time.
     */
    holds: z
      .object({ displayId: Id, revision: z.int().min(1), countedAt: Instant })
      .nullable()
      .default(null),
    page: z.object({
      userAgent: z.string().max(500),
      width: z.int().min(0),
      height: z.int().min(0),
      version: z.string().max(40),
    }),
  }),
  /** `sent` is the display's monotonic time; it comes back untouched in `pong`. */
  z.object({ type: z.literal('ping'), sent: z.number() }),
  /** Said after every timeline and whenever a file arrives or goes missing. */
  z.object({
    type: z.literal('holds'),
    revision: z.int().min(0),
    missing: z.array(Sha256).max(5000),
    missingBytes: z.int().min(0),
  }),
  /** What is on the panel; at each change and at least every 5 s. */
  z.object({
    type: z.literal('showing'),
    now: Showing.nullable(),
    next: z.object({ name: z.string(), assetId: Id.nullable(), at: Instant }).nullable(),
    clock: z.object({ offsetMs: z.number(), errorMs: z.number().min(0) }).nullable(),
    outbox: z.int().min(0),
  }),
  z.object({ type: z.literal('fault'), at: Instant, reason: PageReason }),
  /** What became of a takeover here. Said again after every welcome, so that none is lost with a connection. */
  z.object({
    type: z.literal('takeover'),
    takeoverId: Id,
    event: z.enum(['received', 'ready', 'shown', 'ended', 'fault']),
    at: Instant,
    /** Of a fault. */
    reason: PageReason.nullable(),
  }),
  /** What became of recalls here. Said again after every welcome, like all receipts. */
  z.object({ type: z.literal('recalled'), receipts: z.array(ToldReceipt).min(1).max(MAX_RECEIPTS_PER_MESSAGE) }),
  /** A small JPEG of what is shown, base64; sent only while `watch` asks for it. */
  z.object({ type: z.literal('picture'), at: Instant, jpeg: z.base64().max(400_000) }),
] as const;
const plays = <T extends z.ZodType>(play: T) =>
  z.object({ type: z.literal('plays'), plays: z.array(play).min(1).max(MAX_PLAYS_PER_MESSAGE) });

export const FromDisplay = z.discriminatedUnion('type', [...said, plays(PlayReport)]);
/** As the station hears it: plays not read yet, so that one that cannot be read does not cost the others. */
export const HeardFromDisplay = z.discriminatedUnion('type', [...said, plays(z.unknown())]);
export type FromDisplay = z.infer<typeof FromDisplay>;

export const ToDisplay = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('pairing'),
    code: z.string().length(6),
    expiresAt: Instant,
    stationName: z.string(),
    language: z.string(),
    zone: Zone,
  }),
  /** The display keeps the token and says `hello` again with it. */
  z.object({ type: z.literal('paired'), displayId: Id, token: z.string() }),
  z.object({
    type: z.literal('welcome'),
    displayId: Id,
    name: z.string(),
    stationName: z.string(),
    language: z.string(),
    zone: Zone,
    profile: Profile,
    /** Groups it is in and where it stands: what rules may name it by. */
    groupIds: z.array(Id).default([]),
    site: z.string().default(''),
  }),
  /** The rules in force, before any timeline and whenever they change. What was made under rules is not shown without them. */
  z.object({ type: z.literal('law'), book: SignedRulebook }),
  /** revoked: forget the token; inUse: another page holds it, keep showing, try later; protocol: reload the page. */
  z.object({ type: z.literal('refused'), why: z.enum(['revoked', 'inUse', 'protocol', 'badMessage']), reason: Reason }),
  /** Station's epoch ms when the ping arrived and when this left. */
  z.object({ type: z.literal('pong'), sent: z.number(), received: z.number(), replied: z.number() }),
  /** The newest timeline, but for what displays share: that follows at once, as one `entries` with the same bytes for all. */
  z.object({ type: z.literal('timeline'), timeline: TimelineHead }),
  z.object({ type: z.literal('entries'), ...TimelineBody.shape }),
  /** Every takeover that holds or is planned for this display, after its welcome and whenever they change. */
  z.object({ type: z.literal('takeovers'), orders: z.array(TakeoverOrder).max(MAX_TAKEOVERS) }),
  /**
   * Every recall that stands, right after the welcome and before any timeline, and whenever they change. No frame of these files is
   * shown from then on, and their bytes are deleted; what is not named any more may be fetched again.
   */
  z.object({ type: z.literal('recalls'), recalls: z.array(RecallOrder).max(MOST_RECALLS) }),
  /** `ids` are on the station's disk, `refused` cannot be read and never will be: drop both from the outbox. */
  z.object({ type: z.literal('acknowledged'), ids: z.array(Id), refused: z.array(z.string()).default([]) }),
  /** Send a picture every so many ms; null stops. */
  z.object({ type: z.literal('watch'), everyMs: z.int().min(500).max(60_000).nullable() }),
  /** Show name and number large for some seconds, so that a person finds the panel. */
  z.object({ type: z.literal('identify'), seconds: z.int().min(1).max(60) }),
]);
export type ToDisplay = z.infer<typeof ToDisplay>;

/** WebSocket close codes of our own. */
export const DISPLAY_CLOSE = {
  revoked: 4001,
  inUse: 4002,
  badMessage: 4003,
  protocol: 4004,
  stopping: 1001,
  tooBig: 1009,
} as const;
