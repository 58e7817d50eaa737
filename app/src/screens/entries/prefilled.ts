import type { Query } from "../../search/query.ts";

/** What a new entry begins with, so that it is among those that are on the screen: wherever the filter names one value alone. */
export function prefillOf({ filter }: Query): string {
  const single = <T>(values: readonly T[] | undefined) => (values?.length === 1 ? values[0] : undefined);
  const category = single(filter.categoryId);
  const kind = single(filter.type);
  const fields = {
    account: single(filter.accountId),
    category: category === "none" ? undefined : category,
    kind: kind === "split" ? undefined : kind,
    payee: single(filter.payee),
    tags: filter.tag?.join(","),
    date: filter.from !== undefined && filter.from === filter.to ? filter.from : undefined,
  };
  const said = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
}
