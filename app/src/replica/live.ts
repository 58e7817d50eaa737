import { type LiveEvent, listen } from "./api/event-stream.ts";
import type { Answer } from "./api/problems.ts";
import type { Session } from "./api/session.ts";
import type { Surroundings } from "./ids.ts";
import type { Replica, Synced } from "./replica.ts";
import { Backoff } from "./sync/backoff.ts";

export interface LiveOptions {
  readonly session: Session;
  /** The copies that are to be kept up to date. */
  readonly replicas: () => readonly Replica[];
  readonly surroundings: Surroundings;
  /** Told after each round of a ledger, whatever came of it. */
  readonly onSynced?: (ledgerId: string, answer: Answer<Synced>) => void;
  readonly onEvent?: (event: LiveEvent) => void;
}

/** Keeps copies up to date while the program runs: by the server's events, and by itself after what failed. */
export class Live {
  private readonly stopping = new AbortController();
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly running = new Map<string, { again: boolean }>();
  private readonly backoffs = new Map<string, Backoff>();

  constructor(private readonly options: LiveOptions) {}

  /** Ends when it is stopped, or when the sign-in has ended. */
  async run(): Promise<void> {
    const backoff = this.newBackoff();
    while (!this.stopping.signal.aborted) {
      const end = await listen(
        this.options.session,
        (event) => {
          backoff.reset();
          void this.told(event);
        },
        this.stopping.signal,
      );
      if (end === "signedOut") return;
      await this.pause(backoff.next(typeof end === "object" ? end.retryAfterMs : 0));
    }
  }

  stop(): void {
    this.stopping.abort();
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  /** Now, or after the round that runs; after a failure again by itself, but for those that only somebody can mend. */
  async sync(replica: Replica): Promise<void> {
    const { ledgerId } = replica;
    clearTimeout(this.waiting.get(ledgerId));
    const running = this.running.get(ledgerId);
    if (running) {
      running.again = true;
      return;
    }
    const round = { again: false };
    this.running.set(ledgerId, round);
    const answer = await replica.sync().finally(() => this.running.delete(ledgerId));
    this.options.onSynced?.(ledgerId, answer);
    if (this.stopping.signal.aborted) return;
    const backoff = this.backoffs.get(ledgerId) ?? this.newBackoff();
    this.backoffs.set(ledgerId, backoff);
    if (answer.ok) backoff.reset();
    else if (answer.reason === "signedOut" || answer.reason === "refused") return;
    if (answer.ok && !round.again) return;
    const wait = answer.ok ? 0 : backoff.next(answer.reason === "busy" ? (answer.retryAfterMs ?? 0) : 0);
    this.waiting.set(
      ledgerId,
      setTimeout(() => void this.sync(replica), wait),
    );
  }

  private async told(event: LiveEvent): Promise<void> {
    this.options.onEvent?.(event);
    if (event.type !== "ledger") return;
    const replica = this.options.replicas().find(({ ledgerId }) => ledgerId === event.ledgerId);
    if (!replica) return;
    const [{ cursor }, pending] = await Promise.all([replica.progress(), replica.pending()]);
    if (cursor !== event.cursor || pending.length > 0) await this.sync(replica);
  }

  private newBackoff(): Backoff {
    return new Backoff(this.options.surroundings.random);
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.stopping.signal.addEventListener("abort", () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}
