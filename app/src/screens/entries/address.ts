import { type Key, written } from "../../search/tokens.ts";

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

/** What the address asks for, as one would type it. Several values of a filter are separated by commas. */
export function textOf(query: Readonly<Record<string, string>>): string {
  const conditions = Object.entries(PARAMETERS).flatMap(([name, key]) => {
    const value = query[name];
    if (!value) return [];
    return (key === "payee" ? [value] : value.split(",")).map((one) => written(key, one));
  });
  return [...(query.q ? [query.q] : []), ...conditions].join(" ");
}
