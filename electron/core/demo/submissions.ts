/** What the demo's agencies have handed in, in several states: the inbox is never empty for whoever looks at the demo. */
import { STATION_ACTOR } from '../../contract/records/audit';
import { type StepKind, type Submission, SubmissionFields } from '../../contract/records/submission';
import { newId } from '../../contract/ulid';
import { DAY_MS, HOUR_MS } from '../../domain/calendar';
import { fieldsOf } from '../../domain/submission/difference';
import { taken, withVersion } from '../../domain/submission/workflow';
import { localParts } from '../../domain/time';
import type { Store } from '../store';
import type { DemoNeed } from './caller';
import type { DemoAssets } from './material';
import type { DemoAgencies } from './partners';
import { DEMO_STATION, HANDED_IN } from './tirtaraya';

interface Given {
  agencies: DemoAgencies;
  assets: DemoAssets;
}

const WHO: Record<StepKind, { id: string; name: string; role: string }> = {
  submit: { id: 'demo-partner', name: 'Staf instansi', role: 'partner' },
  verify: { id: 'demo-operator', name: 'Petugas 1', role: 'operator' },
  approve: { id: 'demo-head', name: 'Kepala Diskominfo', role: 'head' },
  return: { id: 'demo-operator', name: 'Petugas 1', role: 'operator' },
  withdraw: { id: 'demo-partner', name: 'Staf instansi', role: 'partner' },
};

export async function setUpSubmissions(
  { store, clock }: Pick<DemoNeed, 'store' | 'clock'>,
  { agencies, assets }: Given,
): Promise<void> {
  if (store.all('submission').length > 0) return;
  const now = clock.now();
  const day = (offset: number) => localParts(now + offset * DAY_MS, DEMO_STATION.zone).date;
  await store.commit({ command: 'submissions.create', actor: STATION_ACTOR }, (tx) => {
    for (const [index, { agency, slug, title, category, steps }] of HANDED_IN.entries()) {
      const agencyId = agencies.get(agency);
      if (agencyId === undefined) continue;
      const createdAt = now - (HANDED_IN.length - index) * DAY_MS;
      const letterNumber = `${String(index + 12).padStart(3, '0')}/ILM/${day(0).slice(0, 4)}`;
      const fields = SubmissionFields.parse({
        ...{ title, letterNumber, letterDate: day(index - 10), responsible: 'Sekretaris', category, message: title },
        ...{ validFrom: day(-5), validTo: day(30), rights: { text: 'Milik instansi', confirmed: true } },
      });
      const receipt = `ILM-${day(0).slice(0, 4)}-${String(index + 1).padStart(4, '0')}`;
      const draft: Submission = {
        ...{ id: newId(createdAt), rev: 0, receipt, agencyId, ...fields, answers: [], versions: [], state: 'draft' },
        ...{ steps: [], via: 'partner', replacing: null, createdAt, createdBy: agency },
      };
      const begun = withFile(store, draft, assets.get(slug ?? ''), createdAt);
      const walked = steps.reduce((at, kind, turn) => {
        const reason =
          kind === 'return' ? 'Hurufnya terlalu kecil untuk dibaca dari jalan. Perbesar, lalu kirim lagi.' : '';
        return taken(at, { kind, by: WHO[kind], at: createdAt + (turn + 1) * HOUR_MS, reason, marks: [], hash: null });
      }, begun);
      tx.put('submission', walked);
      const asset = tx.get('asset', walked.versions.at(-1)?.assetId ?? '');
      // As the desk writes it: what airs is bound to the content that was approved, and all else waits.
      const isLet = walked.state === 'approved';
      if (asset)
        tx.put('asset', {
          ...asset,
          ...(isLet ? { approval: 'approved', approvedHash: asset.hash } : { approval: 'pending', approvedHash: null }),
        });
    }
  });
}

function withFile(store: Store, draft: Submission, assetId: string | undefined, at: number): Submission {
  const asset = store.get('asset', assetId ?? '');
  if (!asset) return draft;
  const { id, hash, bytes, originalName: fileName } = asset;
  const by = WHO.submit;
  return withVersion(draft, { n: 1, assetId: id, hash, fileName, bytes, at, by, note: '', fields: fieldsOf(draft) });
}
