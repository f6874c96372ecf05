/** What the page remembers from start to start besides media and plays. */
import { z } from 'zod';
import type { ToDisplay } from '../../../electron/contract/display-protocol';
import { Profile } from '../../../electron/contract/records/display';
import { SignedRulebook } from '../../../electron/contract/records/rulebook';
import { TakeoverOrder } from '../../../electron/contract/records/takeover';
import { Timeline } from '../../../electron/contract/records/timeline';
import { Id, Zone } from '../../../electron/contract/scalars';
import { newId } from '../../../electron/contract/ulid';
import type { StoredOffset } from '../clock/station-clock';
import { type KeptReceipt, KeptReceipts } from '../takeover/receipts';
import { type DisplayDb, readValue, writeValue } from './db';

const Welcome = z.object({
  displayId: Id,
  name: z.string(),
  stationName: z.string(),
  language: z.string(),
  zone: Zone,
  profile: Profile,
  groupIds: z.array(Id).default([]),
  site: z.string().default(''),
});
export type Welcome = z.infer<typeof Welcome>;

const Offset = z.object({ offsetMs: z.number(), errorMs: z.number().min(0), at: z.number() });

export interface Memory {
  readonly instanceId: string;
  token: string | null;
  welcome: Welcome | null;
  timeline: Timeline | null;
  takeovers: readonly TakeoverOrder[];
  readonly receipts: readonly KeptReceipt[];
  readonly offset: StoredOffset | null;
  law: SignedRulebook | null;
  /** The latest time that the station is known to have told, epoch ms; 0 where it never did. */
  readonly mark: number;
}

export interface Memories {
  readonly now: Memory;
  keepToken(token: string | null): Promise<void>;
  keepWelcome(message: Extract<ToDisplay, { type: 'welcome' }>): Promise<void>;
  keepTimeline(timeline: Timeline | null): Promise<void>;
  keepTakeovers(orders: readonly TakeoverOrder[]): Promise<void>;
  keepReceipts(receipts: readonly KeptReceipt[]): Promise<void>;
  keepOffset(offset: StoredOffset): Promise<void>;
  keepLaw(book: SignedRulebook): Promise<void>;
  keepMark(mark: number): Promise<void>;
  /** Paired no more: what was this display's is forgotten, media and unsent plays stay. */
  forgetDisplay(): Promise<void>;
}

/** `lost` hears of what the disk would not keep; the page goes on with it until its next start. */
export async function recall(db: DisplayDb, lost: (why: unknown) => void): Promise<Memories> {
  const write = (key: string, value: unknown) => writeValue(db, key, value).catch(lost);
  const now: Memory = {
    instanceId: (await readValue(db, 'instance', z.string().min(8).max(64))) ?? (await newInstance(write)),
    token: await readValue(db, 'token', z.string()),
    welcome: await readValue(db, 'welcome', Welcome),
    timeline: await readValue(db, 'timeline', Timeline),
    takeovers: (await readValue(db, 'takeovers', z.array(TakeoverOrder))) ?? [],
    receipts: (await readValue(db, 'receipts', KeptReceipts)) ?? [],
    offset: await readValue(db, 'offset', Offset),
    law: await readValue(db, 'law', SignedRulebook),
    mark: (await readValue(db, 'mark', z.number().min(0))) ?? 0,
  };
  const memories: Memories = {
    now,
    keepToken(token) {
      now.token = token;
      return write('token', token);
    },
    keepWelcome(message) {
      now.welcome = Welcome.parse(message);
      return write('welcome', now.welcome);
    },
    keepTimeline(timeline) {
      now.timeline = timeline;
      return write('timeline', timeline);
    },
    keepTakeovers(orders) {
      now.takeovers = orders;
      return write('takeovers', orders);
    },
    keepReceipts: (receipts) => write('receipts', receipts),
    keepOffset: (offset) => write('offset', offset),
    keepLaw(book) {
      now.law = book;
      return write('law', book);
    },
    keepMark: (mark) => write('mark', mark),
    async forgetDisplay() {
      now.welcome = null;
      await Promise.all([memories.keepToken(null), memories.keepTimeline(null), write('welcome', null)]);
    },
  };
  return memories;
}

/** The page's own name, the same after a reload: the station lets only the page that paired use its token. */
async function newInstance(write: (key: string, value: string) => Promise<void>): Promise<string> {
  const id = newId();
  await write('instance', id);
  return id;
}
