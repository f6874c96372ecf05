/** How a paper of the office is asked for: its size and its language. */
import { z } from 'zod';
import { Language } from '../records/user';

/** F4, also called folio: 215 x 330 mm, as Indonesian offices use it. */
export const PaperSize = z.enum(['A4', 'F4']);
export type PaperSize = z.infer<typeof PaperSize>;

/** Of a letter, a list or a register as PDF. */
export const LetterQuery = z.object({ paper: PaperSize.default('A4'), language: Language.default('id') });
export type LetterQuery = z.infer<typeof LetterQuery>;

/** To be looked at in the page, not kept as a file. */
export const Inline = z.stringbool().default(false);
