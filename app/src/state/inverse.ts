import { type Command, isObject, type JsonObject } from "../replica/index.ts";

/** What takes commands back, all of them at once, by what each was on before; in the order in which it is to be done. */
export function undoingOf(commands: readonly Command[], before: readonly (JsonObject | null)[]): Command[] {
  const plain: Command[] = [];
  const locked = new Map<string, { readonly was: JsonObject; readonly patches: JsonObject[] }>();
  for (const [place, command] of commands.entries()) {
    const { type, entityId = "", data } = command;
    const was = before[place] ?? null;
    if (type !== "transaction.revise" || was?.status !== "reconciled") plain.push(...inverse(command, was));
    else if (data) {
      const patches = [...(locked.get(entityId)?.patches ?? []), data];
      locked.set(entityId, { was, patches });
    }
  }
  return [...plain.reverse(), ...[...locked].flatMap(([id, { was, patches }]) => lockedAgain(id, was, patches))];
}

/** What takes a command back: a record is deleted, a deletion restored, an edit gets the values from before. */
function inverse({ type, entityId = "", data }: Command, before: JsonObject | null): Command[] {
  if (type === "transaction.record") return [{ type: "transaction.delete", entityId }];
  if (!before) return type === "transaction.restore" ? [{ type: "transaction.delete", entityId }] : [];
  if (type === "transaction.delete") return [{ type: "transaction.restore", entityId, snapshot: before }];
  const verb = type.slice(type.indexOf(".") + 1);
  if (verb === "revise" && data) return [{ type, entityId, data: wayBack(data, before) }];
  if (verb === "close") return [{ type: "account.reopen", entityId }];
  if (verb === "reopen") return [{ type: "account.close", entityId }];
  return [];
}

/** An entry that was locked has to be open while what was changed of it is put back. */
function lockedAgain(entityId: string, was: JsonObject, patches: readonly JsonObject[]): Command[] {
  const revise = (data: JsonObject): Command => ({ type: "transaction.revise", entityId, data });
  const { status: _, ...others } = Object.assign({}, ...patches) as JsonObject;
  const back = wayBack(others, was);
  const isLockAlone = Object.entries(others).every(([name, value]) => name === "transfer" && saysStatusAlone(value));
  if (isLockAlone) return [revise({ ...back, status: "reconciled" })];
  return [revise({ status: "cleared" }), revise(back), revise({ status: "reconciled" })];
}

function saysStatusAlone(value: unknown): boolean {
  return isObject(value as JsonObject) && Object.keys(value as JsonObject).every((name) => name === "status");
}

/** A merge patch that gives what another changes its values from before; of what was absent, nothing is left. */
function wayBack(patch: JsonObject, before: JsonObject): JsonObject {
  const values = Object.keys(patch).map((name) => {
    const [changed, was] = [patch[name], before[name] ?? null];
    return [name, isObject(changed) && isObject(was) ? { ...was, ...wayBack(changed, was) } : was] as const;
  });
  return Object.fromEntries(values);
}
