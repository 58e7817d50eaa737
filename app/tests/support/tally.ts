import type { Device } from "./device.ts";

const COUNTED = [
  "schedules",
  "devices",
  "edits",
  "acknowledged",
  "conflicts",
  "rejections",
  "requests",
  "requestsLost",
  "answersLost",
  "sentTwice",
  "crashes",
  "roleChanges",
  "removals",
] as const;

type Counted = (typeof COUNTED)[number];

/** What happened in schedules, so that a run says what it was a test of. */
export class Tally {
  readonly counts: Record<Counted, number>;

  constructor(counts: Partial<Record<Counted, number>> = {}) {
    this.counts = Object.fromEntries(COUNTED.map((name) => [name, counts[name] ?? 0])) as Record<Counted, number>;
  }

  add(what: Counted, count = 1): void {
    this.counts[what] += count;
  }

  plus(other: Tally): void {
    for (const name of COUNTED) this.add(name, other.counts[name]);
  }

  of(devices: readonly Device[]): this {
    this.add("schedules");
    this.add("devices", devices.length);
    for (const { given, crashes, network } of devices) {
      this.add("edits", given.size);
      this.add("crashes", crashes);
      const { lost, twice, none, "answer lost": unheard } = network.befell;
      this.add("requests", lost + unheard + none + 2 * twice);
      this.add("requestsLost", lost);
      this.add("answersLost", unheard);
      this.add("sentTwice", twice);
      for (const { status } of network.said.filter(({ repeated }) => !repeated)) {
        if (status === "conflict") this.add("conflicts");
        else if (status === "rejected") this.add("rejections");
        else this.add("acknowledged");
      }
    }
    return this;
  }
}
