/** The quality check: what is wrong with material, by itself and on a panel, and mending it with one click. */
import { z } from 'zod';
import { Asset } from '../records/asset';
import { JobState } from '../records/job';
import { Mending, QualityFinding, QualityReport, Repair } from '../records/quality';
import { QualityLimits } from '../records/quality-limits';
import { Id, Reason, Sha256 } from '../scalars';
import { command, query } from './procedure';

const one = z.object({ id: Id });

/** A mended file as far as it is. */
export const ShownMending = Mending.extend({
  /** Null: there is none yet, or none any more. */
  name: z.string().nullable(),
  job: JobState.nullable(),
  failure: Reason.nullable(),
});
export type ShownMending = z.infer<typeof ShownMending>;

export const ShownReport = z.object({
  /** Null: never asked for. */
  report: QualityReport.nullable(),
  /** It is of an earlier file than the one the asset has now. */
  stale: z.boolean(),
  /** It was judged by other limits than hold now. */
  otherLimits: z.boolean(),
  mendings: z.array(ShownMending),
});
export type ShownReport = z.infer<typeof ShownReport>;

export const qualityApi = {
  of: query('preview').route({ method: 'GET', path: '/assets/{id}/quality' }).input(one).output(ShownReport),
  /**
   * The findings of the report as they are on one panel: the same, but that letterbox, small text and length are judged by the panel.
   * Pitch (mm) and viewing distance (m) are the display's own unless they are given here.
   */
  onPanel: query('preview')
    .route({ method: 'GET', path: '/assets/{id}/quality/on-panel' })
    .input(
      one.extend({
        displayId: Id,
        pitchMm: z.coerce.number().positive().max(1000).optional(),
        viewingM: z.coerce.number().positive().max(10_000).optional(),
      }),
    )
    .output(z.array(QualityFinding)),
  /** What it is held against: the station's own figures before the usual ones. */
  limits: query('preview').route({ method: 'GET', path: '/quality/limits' }).output(QualityLimits),
  /** Checks it (anew); the one that is waiting or running stands for both. */
  check: command('preview').route({ method: 'POST', path: '/assets/{id}/quality' }).input(one).output(QualityReport),
  /**
   * Makes a new asset of the same material with these faults mended; the old one stays as it is. `hash` is the file that was looked at.
   * Refused where it has changed since, or where a repair has nothing to work on.
   */
  repair: command('library')
    .route({ method: 'POST', path: '/assets/{id}/quality/repair' })
    .input(one.extend({ hash: Sha256, repairs: z.array(Repair).min(1).max(6) }))
    .output(Mending),
  /** The assets that were mended from this one, as far as they are there. */
  mended: query('preview')
    .route({ method: 'GET', path: '/assets/{id}/quality/mended' })
    .input(one)
    .output(z.array(Asset)),
};
