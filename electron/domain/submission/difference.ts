/** What is other about a version than about the one before: the file, and what is said of it. */
import { type Asset, isProbed } from '../../contract/records/asset';
import { SubmissionFields, type SubmissionVersion } from '../../contract/records/submission';

export interface FileFacts {
  hash: string;
  bytes: number;
  durationMs: number | null;
  width: number | null;
  height: number | null;
  loudness: number | null;
}

export interface Difference {
  /** Which facts of the file are other. */
  file: (keyof FileFacts)[];
  /** Which fields are said otherwise. */
  fields: (keyof SubmissionFields)[];
}

export function factsOf(version: Pick<SubmissionVersion, 'hash' | 'bytes'>, asset: Asset | undefined): FileFacts {
  const probe = asset && isProbed(asset) ? asset.probe : null;
  return {
    hash: version.hash,
    bytes: version.bytes,
    durationMs: probe?.durationMs ?? null,
    width: probe?.video?.width ?? null,
    height: probe?.video?.height ?? null,
    loudness: probe?.loudness?.integratedLufs ?? null,
  };
}

export function differenceOf(
  before: { facts: FileFacts; fields: SubmissionFields },
  after: { facts: FileFacts; fields: SubmissionFields },
): Difference {
  const facts: (keyof FileFacts)[] = ['hash', 'bytes', 'durationMs', 'width', 'height', 'loudness'];
  return {
    file: facts.filter((fact) => before.facts[fact] !== after.facts[fact]),
    fields: SubmissionFields.keyof().options.filter(
      (field) => JSON.stringify(before.fields[field]) !== JSON.stringify(after.fields[field]),
    ),
  };
}

/** What is said of it, apart from its course. */
export function fieldsOf(submission: SubmissionFields): SubmissionFields {
  const { title, letterNumber, letterDate, responsible, position, purpose, category, stageRef, subject } = submission;
  const { channels, displayIds, validFrom, validTo, message, rights } = submission;
  return {
    ...{ title, letterNumber, letterDate, responsible, position, purpose, category, stageRef, subject },
    ...{ channels, displayIds, validFrom, validTo, message, rights },
  };
}
