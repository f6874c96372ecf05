/** Counts tries per key in a sliding window. */
export class Rate {
  private readonly tries = new Map<string, number[]>();

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
    private readonly now: () => number,
  ) {}

  /** Notes one try. False when there were too many. */
  allow(key: string): boolean {
    const since = this.now() - this.windowMs;
    const recent = (this.tries.get(key) ?? []).filter((at) => at > since);
    const allowed = recent.length < this.most;
    if (allowed) recent.push(this.now());
    this.tries.set(key, recent);
    this.forgetOld(since);
    return allowed;
  }

  private forgetOld(since: number): void {
    if (this.tries.size < 1000) return;
    for (const [key, times] of this.tries) if ((times.at(-1) ?? 0) <= since) this.tries.delete(key);
  }
}
