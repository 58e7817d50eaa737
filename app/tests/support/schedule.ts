import fc from "fast-check";
import { vi } from "vitest";
import { Live } from "../../src/replica/live.ts";
import type { Replica } from "../../src/replica/replica.ts";
import { choices } from "../../src/replica/sync/decisions.ts";
import { type Act, acts, begin, performEdit } from "./acts.ts";
import { Device } from "./device.ts";
import { type Household, surroundings } from "./household.ts";
import { insist } from "./network.ts";
import { shouldBeIdentical, shouldBeInSomebodysHands, shouldKeepEveryEdit } from "./oracle.ts";
import type { Role } from "./reference-outcomes.ts";
import { Tally } from "./tally.ts";

export const today = "2026-06-15";

/** 2 to 5 devices of up to 4 members, and what happens to them. */
export const schedules = fc.record({
  /** By device, whose it is; the first is the owner's. */
  members: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 4 }),
  acts,
  /** Whether those who were removed stay away at the end. */
  staysAway: fc.boolean(),
  /** Whether one more copy only listens, and is to follow by what the server tells. */
  listens: fc.integer({ min: 0, max: 3 }).map((one) => one === 0),
});

export type Schedule = typeof schedules extends fc.Arbitrary<infer T> ? T : never;

/** One schedule on a ledger of its own, from its first entries to the comparison of everything with everything. */
export class Run {
  readonly tally = new Tally();
  private restored = false;

  private constructor(
    private readonly household: Household,
    private readonly ledgerId: string,
    private readonly devices: readonly Device[],
  ) {}

  static async of(schedule: Schedule, household: Household): Promise<Tally> {
    const ledgerId = await household.createLedger();
    const members = [0, ...schedule.members].map((member) => member % household.people.length);
    for (const member of new Set(members)) if (member > 0) await household.setRole(ledgerId, member, "editor");
    const devices = await Promise.all(members.map((member, place) => Device.start(household, ledgerId, place, member)));
    const run = new Run(household, ledgerId, devices);
    const listener = schedule.listens ? await Listener.start(household, ledgerId) : null;
    try {
      await run.play(schedule);
      await listener?.shouldFollow(devices[0] as Device);
    } finally {
      await listener?.stop();
      for (const device of devices) await device.end();
    }
    return run.tally.of(devices);
  }

  private async play(schedule: Schedule): Promise<void> {
    await begin(this.devices[0] as Device, today);
    for (const { replica } of this.devices) await insist(() => replica.sync());
    for (const act of schedule.acts) {
      const device = this.devices[act.device % this.devices.length] as Device;
      await this.perform(device, act);
      await device.remember();
    }
    const present = await this.gather(schedule.staysAway);
    await settle(present);
    await shouldBeIdentical(present, this.household, this.ledgerId);
    await shouldBeInSomebodysHands(this.devices, present, this.restored);
    await shouldKeepEveryEdit(this.devices, present, this.restored);
  }

  private async perform(device: Device, act: Act): Promise<void> {
    switch (act.kind) {
      case "edit":
        return performEdit(device, act.edit, today);
      case "crashing edit":
        return device.crashing(0, () => performEdit(device, act.edit, today));
      case "share":
        return this.share(device.member, act.role);
      case "backup":
      case "restore":
        return this.restore(act.kind);
    }
    device.network.faults.push(...act.faults);
    if (act.kind === "edit while syncing") device.network.meanwhile = () => performEdit(device, act.edit, today);
    if (act.kind === "crash") await device.crashing(act.writes, (replica) => replica.sync());
    else if (act.kind === "sync together") await Promise.all(this.devices.map(({ replica }) => replica.sync()));
    else await device.replica.sync();
    device.network.faults.length = 0;
    device.network.meanwhile = null;
  }

  private async share(member: number, role: Role | null): Promise<void> {
    if (member === 0) return;
    await this.household.setRole(this.ledgerId, member, role);
    this.tally.add(role === null ? "removals" : "roleChanges");
  }

  /** What the reference server is now can be brought back later. */
  private restore(kind: "backup" | "restore"): void {
    const { backups, target } = this.household;
    const ledger = target.reference?.ledgers.get(this.ledgerId);
    if (!ledger) return;
    if (kind === "backup") backups.set(this.ledgerId, ledger.backup());
    this.restored ||= kind === "restore" && backups.has(this.ledgerId);
    if (kind === "restore") backups.get(this.ledgerId)?.();
  }

  /** Everybody comes online, and who was removed comes back, or does not. */
  private async gather(staysAway: boolean): Promise<Device[]> {
    const present: Device[] = [];
    for (const device of this.devices) {
      device.comeOnline();
      const isMember = (await this.household.roleOf(this.ledgerId, device.member)) !== null;
      if (!isMember && staysAway) continue;
      if (!isMember) await this.household.setRole(this.ledgerId, device.member, "editor");
      present.push(device);
    }
    return present;
  }
}

/** Whoever was told of a conflict decides, until nothing is left to be decided. */
async function settle(devices: readonly Device[]): Promise<void> {
  const seen = new Map<Device, string | null>();
  for (let round = 0; ; round++) {
    let isQuiet = true;
    for (const device of devices) {
      await insist(() => device.replica.sync());
      const { cursor } = await device.replica.progress();
      isQuiet &&= seen.get(device) === cursor;
      seen.set(device, cursor);
      for (const [place, issue] of (await device.replica.issues()).entries()) {
        isQuiet = false;
        device.told.add(issue.key);
        const decisions = round === 0 ? choices(issue) : (["theirs"] as const);
        await device.replica.decide(issue.key, decisions[place % decisions.length] ?? "theirs", today);
        await device.remember();
      }
    }
    if (isQuiet && new Set(seen.values()).size === 1) return;
    if (round === 9) throw new Error("The devices do not come to rest.");
  }
}

/** A copy that does nothing but listen. */
class Listener {
  private constructor(
    private readonly replica: Replica,
    private readonly live: Live,
    private readonly running: Promise<void>,
  ) {}

  static async start(household: Household, ledgerId: string): Promise<Listener> {
    const replica = await household.replica(ledgerId);
    const live = new Live({
      session: household.session,
      replicas: () => [replica],
      // Never waits long.
      surroundings: surroundings(() => -0.9),
    });
    return new Listener(replica, live, live.run());
  }

  async shouldFollow({ replica }: Device): Promise<void> {
    const { cursor } = await replica.progress();
    const follows = async () => {
      const mine = (await this.replica.progress()).cursor;
      if (mine !== cursor) throw new Error(`Who listens has ${mine}, and the others have ${cursor}.`);
    };
    await vi.waitFor(follows, { timeout: 60_000, interval: 20 });
  }

  async stop(): Promise<void> {
    this.live.stop();
    await this.running;
  }
}
