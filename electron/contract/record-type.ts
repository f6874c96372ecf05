/** Type, validator and migrations of a record live in one file; this is the shape in which they are declared. */
import type { z } from 'zod';

/** Turns one stored version of a record into the next. */
export type Upgrade = (old: Record<string, unknown>) => Record<string, unknown>;

export interface RecordType<T = unknown> {
  /** Singular noun, also the name in audit entries and change events. */
  readonly name: string;
  /** Version written today: one more than the number of upgrades. */
  readonly version: number;
  readonly schema: z.ZodType<T>;
  /** `upgrades[n]` turns version n+1 into n+2. */
  readonly upgrades: readonly Upgrade[];
}

/** Declares a record. Add an upgrade at the end of the list whenever the stored shape changes. */
export function recordType<T>(name: string, schema: z.ZodType<T>, upgrades: readonly Upgrade[] = []): RecordType<T> {
  return { name, version: upgrades.length + 1, schema, upgrades };
}

/**
 * Parses a stored record written at `version`, running the upgrades it has missed.
 * @throws {z.ZodError} when the upgraded record does not fit, {RangeError} when it is from a newer Suar.
 */
export function parseRecord<T>(type: RecordType<T>, raw: unknown, version: number): T {
  if (version > type.version) {
    throw new RangeError(
      `${type.name} was written by a newer Suar (version ${version}, this one knows ${type.version})`,
    );
  }
  const upgraded = type.upgrades
    .slice(version - 1)
    .reduce((value, upgrade) => upgrade(value), raw as Record<string, unknown>);
  return type.schema.parse(upgraded);
}
