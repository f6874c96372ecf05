/** What the office asks of what is handed in: who must look, how large a file may be, and the checklist of each category. */
import { z } from 'zod';
import { recordType } from '../record-type';
import { DurationMs, Name } from '../scalars';

export const ChecklistItem = z.object({
  id: z.string().min(1).max(60),
  /** Null: of every category. */
  category: Name.nullable(),
  text: Name,
  /** Answered from the file where it can be; else by whoever verifies. */
  by: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('person') }),
    z.object({ kind: z.literal('longest'), ms: DurationMs.min(1000) }),
    z.object({ kind: z.literal('hasSound') }),
    z.object({ kind: z.literal('widest'), width: z.int().min(1) }),
  ]),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

export const IntakeValues = z.object({
  /** Categories whose material two people must look at; whoever verifies does not approve. */
  fourEyes: z.array(Name).max(100),
  /** Of one file from outside. */
  mostBytes: z.int().min(1024 ** 2),
  linkDays: z.int().min(1).max(365),
  /** A *berkala* publication is reviewed at least so often (UU 14/2008 art. 9). */
  reviewMonths: z.int().min(1).max(24),
  checklist: z
    .array(ChecklistItem)
    .max(200)
    .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, { error: 'one id twice' }),
});
export type IntakeValues = z.infer<typeof IntakeValues>;

export const IntakeRules = z.object({ id: z.literal('intake'), rev: z.int().min(0), ...IntakeValues.shape });
export type IntakeRules = z.infer<typeof IntakeRules>;
export const intakeRulesRecord = recordType('intakeRules', IntakeRules);

const person = (id: string, text: string, category: string | null = null): ChecklistItem => ({
  ...{ id, text, category },
  by: { kind: 'person' },
});

/** Until an office says otherwise. Free public service clips: at most five minutes, no SARA, nothing commercial. */
export const USUAL_INTAKE: IntakeValues = {
  fourEyes: ['Pemilu'],
  mostBytes: 2 * 1024 ** 3,
  linkDays: 14,
  reviewMonths: 6,
  checklist: [
    { id: 'longest', text: 'Durasi paling lama 5 menit', category: null, by: { kind: 'longest', ms: 300_000 } },
    person('letter', 'Surat permohonan dan penanggung jawab sesuai'),
    person('sara', 'Tidak mengandung SARA, pornografi, atau kekerasan'),
    person('campaign', 'Tidak berisi kampanye atau atribut peserta pemilu'),
    person('source', 'Sumber data atau dasar hukum disebut'),
    person('caption', 'Ada takarir atau juru bahasa isyarat'),
    person('rights', 'Hak atas musik dan gambar dinyatakan'),
    person('stage', 'Sesuai tahapan pemilu yang sedang berjalan', 'Pemilu'),
  ],
};
