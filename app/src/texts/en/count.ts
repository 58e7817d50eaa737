const rules = new Intl.PluralRules("en");

export function count(n: number, one: string, many: string): string {
  return `${n} ${rules.select(n) === "one" ? one : many}`;
}
