/** Pages of a long list: which are needed for what is in view. Pure. */
export const PAGE_SIZE = 100;

export interface Span {
  /** First and last index in view, both included. */
  first: number;
  last: number;
}

/** Page numbers that cover a span, within a list of `total`; always at least the first page, which brings the total. */
export function pagesOf(span: Span, total: number): number[] {
  const lastPage = Math.max(Math.ceil(total / PAGE_SIZE) - 1, 0);
  const from = Math.min(Math.max(Math.floor(span.first / PAGE_SIZE), 0), lastPage);
  const to = Math.min(Math.max(Math.floor(span.last / PAGE_SIZE), from), lastPage);
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

/** Groups of at most `size`, in order: commands of the library take 500 ids at once. */
export function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
