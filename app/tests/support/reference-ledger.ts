import { type Json, type JsonObject, mergePatch, sameJson } from "../../src/replica/json.ts";
import type { Operation, Outcome } from "../../src/replica/outbox/operation.ts";
import { ReferenceEntities } from "./reference-entities.ts";
import {
  asSeen,
  baseOf,
  changedFields,
  DEFAULTS,
  idsIn,
  MEMBERS,
  mergedTags,
  noteSeen,
  ONE_FIELD,
  patchOf,
  type Said,
  sameField,
} from "./reference-fields.ts";
import {
  applied,
  conflict,
  dataOf,
  type Entity,
  gone,
  isForbidden,
  type Role,
  rejected,
  TYPES,
} from "./reference-outcomes.ts";

const CREATES = new Set(["open", "create", "record"]);
let restorations = 0;
let ledgers = 0;

/** One ledger of the reference server: the rules of synchronisation in their simplest form. */
export class ReferenceLedger extends ReferenceEntities {
  incarnation = `first${++ledgers}`;
  private outcomes = new Map<string, { content: Operation; outcome: Outcome }>();
  private refused = new Set<string>();
  /** By user, null for who left; whoever is not named owns everything. */
  roles = new Map<string, Role | null>();

  constructor(readonly id: string) {
    super();
    this.change(
      "ledger",
      id,
      { id, name: "Household", currency: "EUR", createdAt: "2026-01-01T00:00:00Z" },
      "creation",
    );
    // Of a kind that a later release brings.
    this.change("prophecy", id, { id, text: "It will rain." }, "creation");
  }

  /** What a backup has; a restored ledger has another incarnation, so that no old cursor passes for a new one. */
  backup(): () => void {
    const { revision, entities, outcomes, refused, roles } = structuredClone({ ...this });
    return () => {
      const incarnation = `again${++restorations}`;
      Object.assign(this, structuredClone({ revision, entities, outcomes, refused, roles }), { incarnation });
    };
  }

  get cursor(): string {
    return `${this.incarnation}.${this.revision}`;
  }

  roleOf(user: string): Role | null {
    const role = this.roles.get(user);
    return role === undefined ? "owner" : role;
  }

  setRole(user: string, role: Role | null): void {
    this.roles.set(user, role);
    this.change("member", user, role && { id: user, userId: user, displayName: "Member", role }, "sharing");
  }

  perform(operations: readonly Operation[], role: Role = "owner"): Outcome[] {
    const [here, seen] = [new Map<string, Said>(), new Map<string, number>()];
    return operations.map((operation) => {
      const known = this.outcomes.get(operation.id);
      const say = ({ status, version }: Pick<Outcome, "status" | "version">) => {
        if (version !== undefined && (status === "applied" || status === "merged"))
          here.set(operation.id, { entityId: operation.entityId, patch: patchOf(operation), version });
      };
      if (known && sameJson(known.content as unknown as Json, operation as unknown as Json)) {
        say(known.outcome);
        return { ...known.outcome, repeated: true };
      }
      const outcome: Outcome = {
        id: operation.id,
        entityId: operation.entityId,
        ...this.outcomeOf(asSeen(operation, seen), here, role),
      };
      say(outcome);
      noteSeen(operation, outcome, seen);
      if (!known) this.outcomes.set(operation.id, { content: operation, outcome });
      return outcome;
    });
  }

  private outcomeOf(
    operation: Operation,
    here: ReadonlyMap<string, Said>,
    role: Role,
  ): Omit<Outcome, "id" | "entityId"> {
    if (this.outcomes.has(operation.id)) return rejected(422, "sync.operation-reused");
    if (!TYPES.has(operation.type)) return rejected(422, "sync.unknown-type");
    if (Object.keys(operation.data ?? {}).some((name) => !MEMBERS.has(name))) return rejected(400, "http.invalid");
    if (isForbidden(operation.type, role)) return rejected(403, "auth.forbidden");
    const [kind = "", action = ""] = operation.type.split(".");
    const entity = this.entities.get(`${kind}/${operation.entityId}`);
    const needed = [entity || CREATES.has(action) ? null : operation.entityId, ...idsIn(operation.data)];
    const missing = needed.some((id) => id !== null && this.refused.has(id) && !this.exists(id));
    const outcome = missing
      ? rejected(422, "sync.depends-on-rejected")
      : this.doneAs(kind, action, operation, entity, here);
    if (outcome.status === "rejected" && !entity) this.refused.add(operation.entityId);
    return outcome;
  }

  private doneAs(
    kind: string,
    action: string,
    operation: Operation,
    entity: Entity | undefined,
    here: ReadonlyMap<string, Said>,
  ) {
    const data = operation.data ?? {};
    if (CREATES.has(action)) return this.created(kind, operation, entity);
    if (!entity) return rejected(404, "http.not-found");
    const now = dataOf(entity);
    if (action === "restore") {
      return now
        ? applied(entity)
        : this.checked(kind, entity, entity.versions.at(-2)?.data ?? {}, operation, "applied", []);
    }
    const target = this.entities.get(`category/${data.into}`);
    if (!now) return gone(entity, action, target);
    const base = baseOf(entity, now, operation, here);
    if (base === null) return conflict(entity, { data: now });
    const theirs = changedFields(base, now);
    if (action === "delete" || action === "merge") {
      if (theirs.length > 0) return conflict(entity, { data: now, fields: theirs });
      return action === "merge" ? this.merged(entity, target, operation) : this.deleted(entity, operation);
    }
    return this.revised(kind, entity, { base, now, patch: patchOf(operation), theirs }, operation);
  }

  private created(kind: string, operation: Operation, entity: Entity | undefined) {
    if (entity) return entity.versions[0]?.by === operation.id ? applied(entity) : rejected(409, "id-taken");
    const at = "2026-01-01T00:00:00Z";
    const { amount, ...said } = (operation.data ?? {}) as Record<string, Json>;
    const planned: Record<string, Json | undefined> =
      kind === "budget" ? { amounts: [{ fromPeriodStart: said.startsOn, amount }] } : { amount };
    const defaults = DEFAULTS[kind] ?? {};
    const made = mergePatch({}, {
      ...defaults,
      ...said,
      ...planned,
      id: operation.entityId,
      createdAt: at,
      updatedAt: at,
    } as JsonObject);
    const refusal = this.refusal(kind, made as JsonObject);
    return refusal ?? applied(this.change(kind, operation.entityId, made as JsonObject, operation.id));
  }

  private revised(
    kind: string,
    entity: Entity,
    { base, now, patch, theirs }: { base: JsonObject; now: JsonObject; patch: JsonObject; theirs: string[] },
    operation: Operation,
  ) {
    const wanted = mergePatch(base, patch) as JsonObject;
    const mine = changedFields(base, wanted).filter((field) => field !== "amounts");
    const both = mine.filter((field) => theirs.includes(field) && field !== "tags" && !sameField(field, wanted, now));
    if (both.length > 0) return conflict(entity, { data: now, fields: both });
    const own = Object.keys(patch).filter((name) => mine.includes(ONE_FIELD[name] ?? name));
    const laid = mergePatch(now, Object.fromEntries(own.map((name) => [name, patch[name]]))) as JsonObject;
    const tags = mine.includes("tags") ? { tags: mergedTags(base.tags, wanted.tags, now.tags) } : {};
    return this.checked(
      kind,
      entity,
      { ...laid, ...tags },
      operation,
      theirs.length > 0 ? "merged" : "applied",
      theirs,
    );
  }

  private checked(
    kind: string,
    entity: Entity,
    data: JsonObject,
    operation: Operation,
    status: "applied" | "merged",
    fields: string[],
  ) {
    const refusal = this.refusal(kind, data);
    if (refusal) return refusal;
    const now = dataOf(entity);
    if (!now || !sameJson({ ...now }, data)) this.change(kind, entity.id, data, operation.id);
    return { ...applied(entity), status, ...(status === "merged" ? { data: dataOf(entity), fields } : {}) };
  }
}
