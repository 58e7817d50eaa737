/** The first and last year of what a ledger takes, as the server has it. */
const [FIRST, LAST] = [1900, 2199];

/** Whether this is a day of the calendar that an entry can have: a date field gives a year of one digit while it is typed. */
export function isDay(text: string): boolean {
  const year = Number(text.slice(0, 4));
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || year < FIRST || year > LAST) return false;
  const moment = Date.parse(`${text}T00:00:00Z`);
  // A 30th of February is read as a day of March.
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
}
