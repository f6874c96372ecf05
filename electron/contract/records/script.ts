/**
 * Script: what is said in an item, as rich text in the JSON of ProseMirror, of which only what is named here may stand in it:
 * what is pasted beside that is left out before it is sent. One record an item, under the item's id.
 */
import { z } from 'zod';
import { recordType } from '../record-type';
import { Id, Instant } from '../scalars';
import { PartId } from './rundown-item';

export const ScriptMark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('emphasis') }),
  /** How it is spoken: `KPPS` as "ka-pe-pe-es". */
  z.object({ type: z.literal('phonetic'), attrs: z.object({ say: z.string().max(200) }) }),
]);

export const ScriptInline = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.string().min(1).max(100_000),
    marks: z.array(ScriptMark).max(4).optional(),
  }),
  /** Silence that is meant. */
  z.object({ type: z.literal('pause'), attrs: z.object({ ms: z.int().min(100).max(600_000) }) }),
]);
export type ScriptInline = z.infer<typeof ScriptInline>;

const content = z.array(ScriptInline).max(2000).optional();

export const ScriptBlock = z.discriminatedUnion('type', [
  /** Spoken; `speaker` is a name, empty for whoever presents. */
  z.object({ type: z.literal('line'), attrs: z.object({ speaker: z.string().max(100) }), content }),
  /** For the studio, never spoken. */
  z.object({ type: z.literal('cue'), content }),
  /** What is heard. */
  z.object({ type: z.literal('sound'), content }),
]);
export type ScriptBlock = z.infer<typeof ScriptBlock>;

export const ScriptDoc = z.object({ type: z.literal('doc'), content: z.array(ScriptBlock).max(5000) });
export type ScriptDoc = z.infer<typeof ScriptDoc>;

/** Of its JSON, UTF-8: a novel. */
export const MAX_SCRIPT_BYTES = 400_000;
export const EMPTY_SCRIPT: ScriptDoc = { type: 'doc', content: [] };

export const Script = z.object({
  /** Of its item. */
  id: PartId,
  rev: z.int().min(0),
  rundownId: Id,
  doc: ScriptDoc,
  updatedAt: Instant,
  updatedBy: z.string(),
});
export type Script = z.infer<typeof Script>;
export const scriptRecord = recordType('script', Script);
