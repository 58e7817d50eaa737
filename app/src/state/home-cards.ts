import { remembered } from "./remembered.ts";

export const HOME_CARDS = [
  "attention",
  "leftToday",
  "atRisk",
  "accounts",
  "spending",
  "uncategorised",
  "last",
] as const;

export type HomeCard = (typeof HOME_CARDS)[number];

/** On this device: the contract keeps no preferences of the app. */
const kept = remembered<readonly string[]>("home-cards", []);

/** As they were put; those that a later release brought stand where it has them, behind the others. */
export function homeCards(): HomeCard[] {
  const chosen = kept.value.filter((name): name is HomeCard => (HOME_CARDS as readonly string[]).includes(name));
  return [...new Set([...chosen, ...HOME_CARDS])];
}

export function moveHomeCard(card: HomeCard, by: -1 | 1): void {
  const cards = homeCards();
  const from = cards.indexOf(card);
  const other = cards[from + by];
  if (other === undefined) return;
  kept.value = cards.map((each) => (each === card ? other : each === other ? card : each));
}
