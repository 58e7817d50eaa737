/** How long to wait before the next try: longer each time, and never in step with others. */
export class Backoff {
  private failures = 0;

  constructor(
    private readonly random: () => number,
    private readonly firstMs = 1_000,
    private readonly mostMs = 120_000,
  ) {}

  reset(): void {
    this.failures = 0;
  }

  /** Anything between half and all of what doubles with every failure; not sooner than the server asked for. */
  next(askedMs = 0): number {
    const most = Math.min(this.mostMs, this.firstMs * 2 ** this.failures);
    this.failures = Math.min(this.failures + 1, 20);
    return Math.max(askedMs, most * (0.5 + this.random() / 2));
  }
}
