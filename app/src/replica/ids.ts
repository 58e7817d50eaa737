/** What the engine takes from outside: time, randomness, and what fetches. So that a test decides all of them. */
export interface Surroundings {
  now(): Date;
  /** 0 <= x < 1 */
  random(): number;
}

export const realSurroundings: Surroundings = { now: () => new Date(), random: Math.random };

/** A UUID of version 7, whose order is that of the time it was made. */
export function newId({ now, random }: Surroundings): string {
  const time = now().getTime().toString(16).padStart(12, "0");
  const digits = Array.from({ length: 19 }, () => Math.floor(random() * 16).toString(16)).join("");
  const variant = "89ab"[Math.floor(random() * 4)];
  const tail = `${variant}${digits.slice(3, 6)}-${digits.slice(6, 18)}`;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-${tail}`;
}
