/** What changed between two texts, word by word: the longest common run of words is kept (LCS). Pure. */
export interface DiffPart {
  kind: 'same' | 'gone' | 'new';
  text: string;
}

/** Cells of the table: beyond that a stretch is told as gone and new as a whole. */
const MOST_CELLS = 4_000_000;

export function wordsDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return joined([
    ...a.slice(0, head).map((text) => part('same', text)),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map((text) => part('same', text)),
  ]);
}

const part = (kind: DiffPart['kind'], text: string): DiffPart => ({ kind, text });

/** Words, and what stands between them. */
const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? [];

function middle(a: readonly string[], b: readonly string[]): DiffPart[] {
  if (a.length * b.length > MOST_CELLS) return [part('gone', a.join('')), part('new', b.join(''))];
  const width = b.length + 1;
  // How long the common run from here to the end is.
  const run = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const on = a[i] === b[j];
      run[i * width + j] = on
        ? (run[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(run[(i + 1) * width + j] ?? 0, run[i * width + j + 1] ?? 0);
    }
  }
  return walked(a, b, run);
}

function walked(a: readonly string[], b: readonly string[], run: Uint32Array): DiffPart[] {
  const width = b.length + 1;
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push(part('same', a[i] ?? ''));
      i += 1;
      j += 1;
    } else if (i < a.length && (j >= b.length || (run[(i + 1) * width + j] ?? 0) >= (run[i * width + j + 1] ?? 0))) {
      parts.push(part('gone', a[i] ?? ''));
      i += 1;
    } else {
      parts.push(part('new', b[j] ?? ''));
      j += 1;
    }
  }
  return parts;
}

/** Neighbours of a kind as one. */
function joined(parts: readonly DiffPart[]): DiffPart[] {
  const out: DiffPart[] = [];
  for (const { kind, text } of parts) {
    const last = out.at(-1);
    if (last?.kind === kind) last.text += text;
    else out.push({ kind, text });
  }
  return out;
}
