import { users } from "./device.ts";
import { savedFilters } from "./saved-filters.ts";

/** Earlier releases kept what is half typed, and saved filters, by the ledger alone, of which two users of a device may each have a copy. */
export function moveToCopies(): void {
  for (const { id, store } of users.value.flatMap(({ ledgers }) => ledgers)) {
    for (const key of Object.keys(localStorage)) {
      const [, kind, rest] = new RegExp(`^mybudget\\.(draft|draft\\.locked|form)\\.${id}($|\\..*)`).exec(key) ?? [];
      if (kind === undefined) continue;
      const [text, place] = [localStorage.getItem(key), `mybudget.${kind}.${store}${rest}`];
      if (text !== null && localStorage.getItem(place) === null) localStorage.setItem(place, text);
      localStorage.removeItem(key);
    }
    const { [id]: filters, ...others } = savedFilters.value;
    if (filters) savedFilters.value = { [store]: filters, ...others };
  }
}
