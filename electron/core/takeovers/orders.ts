/**
 * What each display is told of takeovers. Displays of one profile under the same takeovers are told the same bytes, which are
 * made once for as long as no record that they stand on moves.
 */
import type { ToDisplay } from '../../contract/display-protocol';
import { MAX_TAKEOVERS } from '../../contract/display-protocol';
import type { RecordName } from '../../contract/records';
import type { Display, Profile } from '../../contract/records/display';
import type { Takeover, TakeoverOrder } from '../../contract/records/takeover';
import { reason } from '../../contract/scalars';
import { type Material, type Media, materialsOf } from '../../domain/material';
import { profileKey } from '../../domain/profile';
import { byPrecedence, heldMs, isMeant, isOver } from '../../domain/takeover';
import { lawFor } from '../rules/book';
import { groupsByDisplay, type Store } from '../store';

/** One message, as text to compare and as bytes to send. */
export interface Told {
  text: string;
  bytes: Buffer;
}

/** A rendition that a display waits for. */
export interface Missing {
  assetId: string;
  profile: Profile;
  inMs: number;
}

const NO_GROUPS: ReadonlySet<string> = new Set();
/** Records that orders stand on. */
const GROUND = ['takeover', 'asset', 'agency', 'display', 'displayGroup'] as const satisfies RecordName[];

export class Orders {
  private stamp = '';
  private messages = new Map<string, Told>();
  private groups: ReturnType<typeof groupsByDisplay> = () => NO_GROUPS;
  private standing: readonly Takeover[] = [];

  constructor(
    private readonly store: Pick<Store, 'get' | 'all' | 'find' | 'lastChange'>,
    private readonly now: () => number,
  ) {}

  /** Everything that holds or is planned for this display, as one `takeovers` message. */
  of(displayId: string): Told {
    this.refresh();
    const display = this.store.get('display', displayId);
    const meant = display ? this.meantFor(display) : [];
    const key = `${meant.length > 0 && display ? profileKey(display.profile) : ''} ${meant.map(({ id }) => id).join(' ')}`;
    const known = this.messages.get(key) ?? messageOf(meant.map((takeover) => this.orderOf(takeover, display)));
    this.messages.set(key, known);
    return known;
  }

  /** Renditions that takeovers need on the panels they mean and that are not there, connected or not. */
  missing(): Missing[] {
    this.refresh();
    const ofAssets = this.standing.filter(({ what }) => what.kind === 'asset');
    if (ofAssets.length === 0) return [];
    const found = new Map<string, Missing>();
    for (const display of this.store.all('display')) {
      for (const takeover of ofAssets) {
        if (!isMeant(takeover, display.id, this.groups(display.id))) continue;
        for (const { assetId, inMs } of this.materialOf(takeover, display)?.needs ?? [])
          found.set(`${assetId} ${profileKey(display.profile)}`, { assetId, inMs, profile: display.profile });
      }
    }
    return [...found.values()];
  }

  /** Whether a change of this record can be seen in any order. */
  matters(record: RecordName, id: string): boolean {
    if (record === 'takeover') return true;
    if (!(GROUND as readonly string[]).includes(record)) return false;
    this.refresh();
    if (record === 'asset') return this.standing.some(({ what }) => what.kind === 'asset' && what.assetId === id);
    return this.standing.length > 0;
  }

  private refresh(): void {
    const stamp = GROUND.map((record) => this.store.lastChange(record)).join();
    const over = this.standing.some((takeover) => isOver(takeover, this.now()));
    if (stamp === this.stamp && !over) return;
    this.stamp = stamp;
    this.messages = new Map();
    this.groups = groupsByDisplay(this.store);
    this.standing = this.store
      .all('takeover')
      .filter((takeover) => !isOver(takeover, this.now()))
      .sort(byPrecedence);
  }

  private meantFor({ id }: Display): Takeover[] {
    const groups = this.groups(id);
    return this.standing.filter((takeover) => isMeant(takeover, id, groups)).slice(0, MAX_TAKEOVERS);
  }

  private orderOf(takeover: Takeover, display: Display | undefined): TakeoverOrder {
    const { id, rev, name, test, from, until } = takeover;
    return { id, rev, name, test, cue: takeover.cue !== null, from, until, show: this.showOf(takeover, display) };
  }

  private showOf(takeover: Takeover, display: Display | undefined): TakeoverOrder['show'] {
    const { what } = takeover;
    if (what.kind !== 'asset') return what;
    const material = display && this.materialOf(takeover, display);
    const media = material?.pieces[0]?.media;
    if (media) return shownFor(media, heldMs(takeover));
    return { kind: 'missing', because: material?.leftOut[0]?.because ?? reason('why.missingAsset') };
  }

  private materialOf(takeover: Takeover, display: Display): Material | null {
    const { profile, zone } = display;
    const { what } = takeover;
    if (what.kind !== 'asset') return null;
    const { store } = this;
    const sources = {
      assets: { get: (id: string) => store.get('asset', id) },
      playlists: { get: () => undefined },
      find: () => [],
    };
    const law = lawFor(store, display, [...this.groups(display.id)]);
    return materialsOf(sources, { profileKey: profileKey(profile), stillMs: heldMs(takeover) ?? 0, zone, law })(what);
  }
}

/** A clip is repeated until the end, and is judged by all of that. */
const shownFor = (media: Media, ms: number | undefined): Media =>
  media.matter && ms !== undefined ? { ...media, matter: { ...media.matter, ms } } : media;

function messageOf(orders: TakeoverOrder[]): Told {
  const text = JSON.stringify({ type: 'takeovers', orders } satisfies ToDisplay);
  return { text, bytes: Buffer.from(text) };
}
