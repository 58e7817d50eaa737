import { readFile, writeFile } from "node:fs/promises";
import fc from "fast-check";
import { Household, type Target } from "./household.ts";
import { mailFolder } from "./mail.ts";
import { Run, type Schedule, schedules } from "./schedule.ts";
import { Tally } from "./tally.ts";

/** How many run beside each other: a server has more to do than one of them asks for. */
const AT_ONCE = Number(process.env.MYBUDGET_AT_ONCE ?? 8);
const SAID_EVERY_MS = 30_000;

interface Failure {
  readonly place: number;
  readonly error: string;
  readonly schedule: Schedule;
}

/** What is kept of a run while it goes on, so that one that was interrupted goes on where it was. */
interface Kept {
  readonly date: string;
  readonly commit: string | null;
  readonly seed: number;
  readonly schedules: number;
  /** The first that is not done. */
  readonly next: number;
  readonly seconds: number;
  readonly failed: number;
  readonly isDone: boolean;
  readonly counts: Partial<Tally["counts"]>;
}

const commit = process.env.MYBUDGET_COMMIT ?? null;

/**
 * Runs many schedules against a real server, each made from the seed and its place alone: MYBUDGET_SEED and MYBUDGET_FROM with
 * MYBUDGET_SCHEDULES=1 give the one again that failed. MYBUDGET_RECORD names a file that says how it went.
 */
export async function manySchedules(target: Target, count: number): Promise<void> {
  const record = process.env.MYBUDGET_RECORD;
  const kept = record ? await read(record, count) : null;
  const seed = Number(process.env.MYBUDGET_SEED ?? kept?.seed ?? Math.floor(Math.random() * 2 ** 31));
  const from = Number(process.env.MYBUDGET_FROM ?? 0);
  const tally = new Tally(kept?.counts);
  const began = Date.now() - 1000 * (kept?.seconds ?? 0);
  const places = new Places(from + (kept?.next ?? 0), from + count);
  const failures: Failure[] = [];
  const save = async (isDone: boolean) => {
    const seconds = Math.round((Date.now() - began) / 1000);
    const [date, next, failed] = [new Date().toISOString().slice(0, 10), places.firstOpen - from, failures.length];
    say(`${next} of ${count} schedules in ${seconds} s, ${failed} failed; seed ${seed}\n`);
    const now: Kept = { date, commit, seed, schedules: count, next, seconds, failed, isDone, counts: tally.counts };
    if (record) await writeFile(record, `${JSON.stringify(now, null, 2)}\n`);
  };
  const timer = setInterval(() => void save(false), SAID_EVERY_MS);
  let household = Household.register(target, mailFolder ? 3 : 0);
  const roomy = async () => {
    const known = household;
    if ((await known).isFull && known === household) household = Household.register(target, mailFolder ? 3 : 0);
    return household;
  };
  const work = async () => {
    for (let place = places.take(); place !== null && failures.length === 0; place = places.take()) {
      const household = await roomy();
      const schedule = scheduleAt(seed, place);
      try {
        tally.plus(await Run.of(schedule, household));
        places.done(place);
        if (process.env.MYBUDGET_TELLS) say(`done ${place}\n`);
      } catch (error) {
        failures.push({
          place,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
          schedule,
        });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, count) }, work));
  clearInterval(timer);
  await save(failures.length === 0);
  const [failure] = failures;
  if (!failure) return;
  const again = `MYBUDGET_SEED=${seed} MYBUDGET_FROM=${failure.place} MYBUDGET_SCHEDULES=1`;
  throw new Error(
    `Schedule ${failure.place}, again by ${again}: ${failure.error}\n${JSON.stringify(failure.schedule)}`,
  );
}

/** Hands out places, and knows up to which all are done. */
class Places {
  private readonly ended = new Set<number>();
  firstOpen: number;

  constructor(
    private next: number,
    private readonly end: number,
  ) {
    this.firstOpen = next;
  }

  take(): number | null {
    return this.next < this.end ? this.next++ : null;
  }

  done(place: number): void {
    this.ended.add(place);
    while (this.ended.delete(this.firstOpen)) this.firstOpen++;
  }
}

function scheduleAt(seed: number, place: number): Schedule {
  // Biased ones prefer what is small or extreme.
  const [schedule] = fc.sample(schedules, { seed: (seed + Math.imul(place, 0x9e3779b1)) | 0, numRuns: 1 });
  return schedule as Schedule;
}

/** Of a run of as many schedules, of the same commit, that was interrupted. */
async function read(record: string, count: number): Promise<Kept | null> {
  const text = await readFile(record, "utf8").catch(() => null);
  if (text === null) return null;
  const kept = JSON.parse(text) as Kept;
  return kept.isDone || kept.schedules !== count || kept.commit !== commit ? null : kept;
}

function say(text: string): void {
  process.stdout.write(text);
}
