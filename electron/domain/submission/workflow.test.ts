/** No path leads to an approval without the steps it needs, and no step outlives the content it was signed for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepKind, Submission, SubmissionVersion } from '../../contract/records/submission';
import { idFor } from '../compile-fixtures';
import { type Act, type Ground, holding, newest, taken, whyNot, whyNoVersion, withVersion } from './workflow';

const PEOPLE = ['partner', 'verifier', 'head'].map((id) => ({ id, name: id, role: id }));
const NOTHING: Submission = {
  ...{ id: idFor('S', 1), rev: 0, receipt: 'ILM-2026-0001', agencyId: idFor('A', 1), title: 'Cek DPT' },
  ...{ letterNumber: '12/KPU', letterDate: null, responsible: 'Ketua', position: '', purpose: '', category: 'Pemilu' },
  ...{ stageRef: null, subject: null, channels: [], displayIds: [], validFrom: null, validTo: null, message: '' },
  ...{
    rights: { text: '', confirmed: true },
    answers: [],
    versions: [],
    state: 'draft',
    steps: [],
    via: 'partner',
    replacing: null,
  },
  ...{ createdAt: 1, createdBy: 'partner' },
};
const GROUND: Ground = { fourEyes: ['Pemilu'], open: 0, ready: true, ended: false };
const hashOf = (n: number) => n.toString(16).padStart(64, '0');

function version(n: number, content: number): SubmissionVersion {
  const { title, letterNumber, letterDate, responsible, position, purpose, category, stageRef, subject } = NOTHING;
  const { channels, displayIds, validFrom, validTo, message, rights } = NOTHING;
  return {
    ...{ n, assetId: idFor('V', content), hash: hashOf(content), fileName: 'a.mp4', bytes: 1, at: n, note: '' },
    by: { id: 'partner', name: 'partner', role: 'partner' },
    fields: {
      ...{ title, letterNumber, letterDate, responsible, position, purpose, category, stageRef, subject },
      ...{ channels, displayIds, validFrom, validTo, message, rights },
    },
  };
}

const act = (kind: StepKind, who: number, part: Partial<Act> = {}): Act => ({
  ...{ kind, by: PEOPLE[who] ?? { id: '', name: '', role: '' }, at: 1, reason: 'sebab', marks: [], hash: null },
  ...part,
});

type Move = { kind: StepKind | 'version'; who: number; content: number; stale: boolean };
const moves = fc.array(
  fc.record<Move>({
    kind: fc.constantFrom('version', 'submit', 'verify', 'approve', 'return', 'withdraw'),
    who: fc.nat({ max: 2 }),
    content: fc.nat({ max: 3 }),
    stale: fc.boolean(),
  }),
  { maxLength: 25 },
);

/** As a person would move it: what is refused changes nothing. */
function moved(submission: Submission, { kind, who, content, stale }: Move, ground: Ground): Submission {
  if (kind === 'version') {
    if (whyNoVersion(submission, false).length > 0 || newest(submission)?.hash === hashOf(content)) return submission;
    return withVersion(submission, version(submission.versions.length + 1, content));
  }
  const step = act(kind, who, { hash: stale ? hashOf(9) : (newest(submission)?.hash ?? null) });
  return whyNot(submission, step, ground).length > 0 ? submission : taken(submission, step);
}

describe('the course of a submission', () => {
  it('never comes to an approval but by a verification of that content, and by another person where the category asks', () => {
    fc.assert(
      fc.property(moves, fc.boolean(), (walk, strict) => {
        const ground = { ...GROUND, fourEyes: strict ? ['Pemilu'] : [] };
        let at = NOTHING;
        for (const move of walk) {
          at = moved(at, move, ground);
          if (at.state !== 'approved') continue;
          const counts = holding(at);
          const kinds = counts.map(({ kind }) => kind);
          expect(kinds).toEqual(['submit', 'verify', 'approve']);
          expect(new Set(counts.map(({ hash }) => hash))).toEqual(new Set([newest(at)?.hash]));
          if (strict) expect(counts[1]?.by.id).not.toBe(counts[2]?.by.id);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps no step for a new content, whatever came before', () => {
    fc.assert(
      fc.property(moves, (walk) => {
        const at = walk.reduce((submission, move) => moved(submission, move, GROUND), NOTHING);
        fc.pre(at.state !== 'withdrawn');
        const next = withVersion(at, version(at.versions.length + 1, 7));
        expect(holding(next).filter(({ kind }) => kind !== 'submit')).toEqual([]);
        expect(['draft', 'submitted']).toContain(next.state);
        expect(next.answers).toEqual([]);
      }),
    );
  });

  it('loses nothing that was signed', () => {
    fc.assert(
      fc.property(moves, (walk) => {
        let at = NOTHING;
        for (const move of walk) {
          const next = moved(at, move, GROUND);
          expect(next.steps.slice(0, at.steps.length)).toEqual(at.steps);
          expect(next.versions.slice(0, at.versions.length)).toEqual(at.versions);
          at = next;
        }
      }),
    );
  });

  it('reaches an approval by the plain way', () => {
    const plain: Move[] = (['version', 'submit', 'verify', 'approve'] as const).map((kind, index) => ({
      ...{ kind, content: 1, stale: false, who: Math.max(0, index - 1) },
    }));
    expect(plain.reduce((at, move) => moved(at, move, GROUND), NOTHING).state).toBe('approved');
  });

  it('says what is missing before it is handed in', () => {
    const bare = {
      ...NOTHING,
      letterNumber: '',
      responsible: '',
      category: null,
      rights: { text: '', confirmed: false },
    };
    expect(whyNot(bare, act('submit', 0), GROUND).map(({ code }) => code)).toEqual([
      'submission.noVersion',
      'submission.noLetter',
      'submission.noResponsible',
      'submission.noCategory',
      'submission.noRights',
    ]);
  });

  it('is not verified with a point of the checklist open, nor returned without a reason', () => {
    const handedIn = taken(withVersion(NOTHING, version(1, 1)), act('submit', 0));
    const verify = act('verify', 1, { hash: hashOf(1) });
    expect(whyNot(handedIn, verify, { ...GROUND, open: 2 })).toMatchObject([{ code: 'submission.checklistOpen' }]);
    expect(whyNot(handedIn, verify, GROUND)).toEqual([]);
    expect(whyNot(handedIn, act('return', 1, { reason: '' }), GROUND)).toMatchObject([{ code: 'submission.sayWhy' }]);
  });
});
