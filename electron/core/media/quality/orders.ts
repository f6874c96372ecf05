/** What is asked of a file: to be looked through, a still of it, a mended copy. */
import type { Probe } from '../../../contract/records/asset';
import type { Repair } from '../../../contract/records/quality';
import type { QualityLimits } from '../../../contract/records/quality-limits';

export interface LookOrder {
  source: string;
  probe: Probe;
  /** A folder for what is only needed meanwhile. */
  dir: string;
  limits: QualityLimits;
}

export interface StillOrder {
  source: string;
  probe: Probe;
  atMs: number;
  target: string;
}

export interface MendOrder {
  source: string;
  probe: Probe;
  repairs: readonly Repair[];
}
