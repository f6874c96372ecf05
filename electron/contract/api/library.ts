import { z } from 'zod';
import { Asset, AssetKind, MOST_TAGS } from '../records/asset';
import { Declassified, ExemptGround, Exemption } from '../records/exemption';
import { Job, JobProgress } from '../records/job';
import { Approval, PpidClass } from '../records/matter';
import { Id, LocalDate, Name, Reason } from '../scalars';
import { Paging } from './paging';
import { command, query } from './procedure';

export const AssetShelf = z.enum(['current', 'archived', 'bin']);
export const AssetSort = z.enum(['newest', 'oldest', 'name', 'longest', 'largest']);

export const AssetQuery = z.object({
  /** Words that must all begin a word of the name, original name, tags or notes. */
  search: z.string().max(200).default(''),
  shelf: AssetShelf.default('current'),
  kind: AssetKind.optional(),
  state: z.enum(['imported', 'probing', 'transcoding', 'ready', 'failed']).optional(),
  tag: z.string().optional(),
  sort: AssetSort.default('newest'),
  ...Paging,
});
export type AssetQuery = z.infer<typeof AssetQuery>;

/** Where an asset is used: playlists that hold it, or find it by their rule, bookings and takeovers that air it. */
export const Usage = z.object({
  kind: z.enum(['playlist', 'booking', 'filler', 'takeover', 'rundown', 'programme']),
  id: Id,
  name: z.string(),
});
export type Usage = z.infer<typeof Usage>;

/** How one file handed over by path fared. */
export const Adoption = z.object({ path: z.string(), accepted: z.boolean(), because: Reason.nullable() });

export const libraryApi = {
  list: query('read')
    .route({ method: 'GET', path: '/assets' })
    .input(AssetQuery)
    .output(z.object({ total: z.int(), items: z.array(Asset) })),
  get: query('read')
    .route({ method: 'GET', path: '/assets/{id}' })
    .input(z.object({ id: Id }))
    .output(Asset),
  tags: query('read')
    .route({ method: 'GET', path: '/tags' })
    .output(z.array(z.object({ tag: z.string(), count: z.int() }))),
  usage: query('read')
    .route({ method: 'GET', path: '/assets/{id}/usage' })
    .input(z.object({ id: Id }))
    .output(z.array(Usage)),
  update: command('library')
    .route({ method: 'PATCH', path: '/assets/{id}' })
    .input(
      z.object({
        id: Id,
        rev: z.int(),
        name: Name.optional(),
        tags: z.array(Name).max(MOST_TAGS).optional(),
        notes: z.string().max(5000).optional(),
        agencyId: Id.nullable().optional(),
        /** One of the station's own list. */
        category: Name.nullable().optional(),
        validFrom: LocalDate.nullable().optional(),
        validTo: LocalDate.nullable().optional(),
        /** Anything but `pending` is for those who answer for what airs. */
        approval: Approval.optional(),
        /** For those who answer for what airs. Nothing becomes exempt by this, which is for `classify`: it takes the ground. */
        ppid: PpidClass.optional(),
        /** Of *berkala* alone, at most so far ahead as the office's rules say. */
        ppidReviewBy: LocalDate.nullable().optional(),
        subject: Name.nullable().optional(),
      }),
    )
    .output(Asset),
  /** Said by those who answer for what airs. Material of a submission is approved there. */
  classify: command('approve')
    .route({ method: 'PUT', path: '/assets/{id}/class' })
    .input(
      z.object({
        id: Id,
        rev: z.int(),
        ppid: PpidClass.optional(),
        ppidReviewBy: LocalDate.nullable().optional(),
        approval: Approval.optional(),
        /** Asked for where it becomes exempt: the way back is signed, and there is no undo. */
        ground: ExemptGround.optional(),
      }),
    )
    .output(Asset),
  /** Since when its content is exempt and by whom, also where that was said of an asset that is gone; null where it is not. */
  exemption: query('desk')
    .route({ method: 'GET', path: '/assets/{id}/exemption' })
    .input(z.object({ id: Id }))
    .output(Exemption.nullable()),
  /** Opens what was exempt, signed by the person who says so; there is no other way out of that class, and no undo. */
  declassify: command('approve')
    .route({ method: 'POST', path: '/assets/{id}/declassify' })
    .input(
      z.object({
        id: Id,
        rev: z.int(),
        ppid: PpidClass.exclude(['exempt']),
        ppidReviewBy: LocalDate.nullable(),
        reason: Declassified.shape.reason,
      }),
    )
    .output(Asset),
  /** Archive or bring back; the files stay. */
  archive: command('library')
    .route({ method: 'POST', path: '/assets/archive' })
    .input(z.object({ ids: z.array(Id).min(1).max(500), archived: z.boolean() }))
    .output(z.null()),
  /** To the bin; refused while booked, with the places in `details`. */
  remove: command('library')
    .route({ method: 'POST', path: '/assets/remove' })
    .input(z.object({ ids: z.array(Id).min(1).max(500) }))
    .output(z.null()),
  /** Out of the bin, within 30 days. */
  restore: command('library')
    .route({ method: 'POST', path: '/assets/restore' })
    .input(z.object({ ids: z.array(Id).min(1).max(500) }))
    .output(z.null()),
  /** Probe and make renditions anew. */
  retry: command('library')
    .route({ method: 'POST', path: '/assets/{id}/retry' })
    .input(z.object({ id: Id }))
    .output(Asset),
  /** Takes files by path; for the desktop window and local automation only. */
  adopt: command('administer')
    .route({ method: 'POST', path: '/assets/adopt' })
    .input(z.object({ paths: z.array(z.string().min(1).max(4096)).min(1).max(1000) }))
    .output(z.array(Adoption)),
};

/** A job and how far it is. */
export const JobView = z.object({ job: Job, progress: JobProgress });
export type JobView = z.infer<typeof JobView>;

export const jobsApi = {
  /** Unfinished first, then the newest finished, at most 200. */
  list: query('read').route({ method: 'GET', path: '/jobs' }).output(z.array(JobView)),
  cancel: command('library')
    .route({ method: 'POST', path: '/jobs/{id}/cancel' })
    .input(z.object({ id: Id }))
    .output(z.null()),
  pause: command('library')
    .route({ method: 'POST', path: '/jobs/{id}/pause' })
    .input(z.object({ id: Id, paused: z.boolean() }))
    .output(z.null()),
  retry: command('library')
    .route({ method: 'POST', path: '/jobs/{id}/retry' })
    .input(z.object({ id: Id }))
    .output(z.null()),
  prioritise: command('library')
    .route({ method: 'POST', path: '/jobs/{id}/priority' })
    .input(z.object({ id: Id, priority: z.int().min(-100).max(100) }))
    .output(z.null()),
};
