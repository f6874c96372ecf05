/** What the library asks of a room that draws its own material, and what it is handed. */
import type { Asset } from '../../contract/records/asset';
import type { Actor } from '../../contract/records/audit';
import type { Profile } from '../../contract/records/display';
import type { Approval } from '../../contract/records/matter';
import type { Described, Work } from '../media/types';
import type { Tx } from '../store';

/** Who draws. */
export interface DrawnBy {
  isDrawn(assetId: string): boolean;
  /** Draws into `target`. @throws Hopeless where it cannot be drawn for this panel */
  draw(assetId: string, profile: Profile, target: string, work: Work): Promise<Described>;
}

export interface DrawnArrival {
  /** Moved away. */
  path: string;
  assetId: string;
  name: string;
  /** With its ending, such as `kartu.png`. */
  fileName: string;
  origin: Pick<Asset, 'agencyId' | 'category' | 'ppid'>;
  /** Undefined leaves it as it is: what was approved of the drawing of before is approved of this one. */
  approval?: Approval | undefined;
  by: Actor;
  /** Of what a person does it is part; absent: it is drawn for itself. */
  command?: string | undefined;
  /** Committed with it. */
  alongside(tx: Tx): void;
}
