import { type Names, queryOf } from "../../search/query.ts";
import { idsLength, type Key, written } from "../../search/tokens.ts";

/** The filters of the API by their names, so that a chart can lead to the entries that it is made of. */
const PARAMETERS: Readonly<Record<string, Key>> = {
  accountId: "account",
  categoryId: "category",
  from: "from",
  to: "to",
  status: "status",
  type: "type",
  tag: "tag",
  payee: "payee",
  createdBy: "by",
  importId: "import",
};

const KINDS: Readonly<Partial<Record<Key, keyof Names>>> = {
  account: "accounts",
  category: "categories",
  by: "members",
};

/** What the address asks for, as one would type it: by names, where these mean the same. Several values of a filter are separated by commas. */
export function textOf(query: Readonly<Record<string, string>>, names: Names): string {
  const conditions = Object.entries(PARAMETERS).flatMap(([name, key]) => {
    const value = query[name];
    if (!value) return [];
    return (key === "payee" ? [value] : value.split(",")).map((one) => conditionOf(key, one, names));
  });
  const ids = conditions.filter((condition) => idsLength(condition) > 0);
  // Where only chips show them.
  return [...ids, ...(query.q ? [query.q] : []), ...conditions.filter((one) => !ids.includes(one))].join(" ");
}

function conditionOf(key: Key, value: string, names: Names): string {
  const kind = KINDS[key];
  const name = kind && names[kind].find(({ id }) => id === value)?.name;
  if (name === undefined) return written(key, value);
  const byName = written(key, name);
  // Two may have one name, and a name may mean something else in a search.
  const { accountId, categoryId, createdBy } = queryOf(byName, names).filter;
  const meant = accountId ?? categoryId ?? createdBy ?? [];
  return meant.length === 1 && meant[0] === value ? byName : written(key, value);
}
