/** Reads a station's refusal out of whatever a call rejected with. */
import { ORPCError } from '@orpc/client';
import { FailureData } from '../../electron/contract/failure';

/** The station's own words for it, or null when the station was not reached or said nothing we know. */
export function failureOf(fault: unknown): FailureData | null {
  if (!(fault instanceof ORPCError)) return null;
  const parsed = FailureData.safeParse(fault.data);
  return parsed.success ? parsed.data : null;
}
