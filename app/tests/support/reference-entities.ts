import { type JsonObject, sameJson } from "../../src/replica/json.ts";
import type { Operation } from "../../src/replica/outbox/operation.ts";
import { applied, dataOf, type Entity, namesAccount, rejected } from "./reference-outcomes.ts";

/** What a ledger of the reference server holds, and what it refuses about it whoever asks. */
export class ReferenceEntities {
  revision = 0;
  entities = new Map<string, Entity>();

  living(kind?: string): Entity[] {
    return [...this.entities.values()].filter((entity) => (!kind || entity.kind === kind) && dataOf(entity) !== null);
  }

  protected exists(id: string): boolean {
    return this.living().some((entity) => entity.id === id);
  }

  protected change(kind: string, id: string, data: JsonObject | null, by: string): Entity {
    const entity = this.entities.get(`${kind}/${id}`) ?? { kind, id, revision: 0, versions: [] };
    entity.versions.push({ data: data && { ...data, version: entity.versions.length + 1 }, by });
    entity.revision = ++this.revision;
    this.entities.set(`${kind}/${id}`, entity);
    return entity;
  }

  protected deleted(entity: Entity, operation: Operation) {
    if (
      entity.kind === "category" &&
      this.living("transaction").some(({ versions }) => versions.at(-1)?.data?.categoryId === entity.id)
    ) {
      return rejected(409, "categories.in-use");
    }
    const entries = [...this.entities.values()].filter(({ kind }) => kind === "transaction");
    // Deleted ones, too: whoever restores them needs the account.
    if (entity.kind === "account" && entries.some((entry) => namesAccount(entry, entity.id)))
      return rejected(409, "accounts.in-use");
    return { ...applied(this.change(entity.kind, entity.id, null, operation.id)), deleted: true };
  }

  protected merged(entity: Entity, target: Entity | undefined, operation: Operation) {
    if (!target || !dataOf(target) || target === entity) return rejected(422, "categories.merge-target");
    for (const other of this.living("transaction")) {
      const data = dataOf(other);
      if (data?.categoryId === entity.id)
        this.change("transaction", other.id, { ...data, categoryId: target.id }, operation.id);
    }
    entity.into = target;
    return { ...applied(this.change("category", entity.id, null, operation.id)), deleted: true };
  }

  protected refusal(kind: string, data: JsonObject) {
    if (kind !== "transaction" && kind !== "ledger" && data.name === "") return rejected(400, "http.invalid");
    const others = this.living(kind).filter((other) => other.id !== data.id);
    const isTaken = kind !== "transaction" && others.some((other) => sameJson(dataOf(other)?.name, data.name));
    if (isTaken) return rejected(409, `${kind}.name-taken`);
    const account = kind === "transaction" ? this.entities.get(`account/${data.accountId}`) : undefined;
    if (kind === "transaction" && !(account && dataOf(account))) return rejected(422, "transactions.unknown-account");
    if (account && dataOf(account)?.closed === true) return rejected(422, "accounts.closed");
    const category = data.categoryId ? this.entities.get(`category/${data.categoryId}`) : null;
    return category === undefined || (category && !dataOf(category))
      ? rejected(422, "transactions.unknown-category")
      : null;
  }
}
