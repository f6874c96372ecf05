/**
 * Work that can be put down: a generator that yields between pieces of a millisecond or so and returns the result. Whoever
 * runs it decides whether others may have their turn in between.
 */
export type Steps<T> = Generator<void, T, void>;

/** All of it without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
