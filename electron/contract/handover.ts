/** Files that pass between the library, which keeps them, and the rooms that bring them. */
import type { Asset } from './records/asset';
import type { Actor } from './records/audit';

/** An upload that has arrived whole. */
export interface FinishedUpload {
  path: string;
  originalName: string;
  /** Hashed while it streamed; null when the upload was resumed after a restart and must be read again. */
  hash: string | null;
  bytes: number;
  actor: Actor;
  /** The agency whose material it is: then it may not air until somebody has approved it. */
  agencyId?: string;
}

/** An upload before its first byte. */
export interface UploadAdmission {
  originalName: string;
  /** Null while the sender does not know it. */
  bytes: number | null;
  /** For which submission it is; null for the library itself. */
  submissionId: string | null;
  actor: Actor;
  /** Whether its sender may put files into the library. */
  inside: boolean;
}

export interface MediaFile {
  path: string;
  bytes: number;
  mime: string;
  /** Offered as a download under this name; null for what the station made itself. */
  fileName: string | null;
}

/** A copy of an asset's file in which faults are mended, to become an asset of its own. */
export interface MendedFile {
  path: string;
  of: Asset;
  id: string;
  name: string;
  originalName: string;
  kinds: readonly string[];
  createdBy: string;
  createdById?: string | undefined;
}
