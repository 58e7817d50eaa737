import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { type Category, groupsOf } from "../../categories/order.ts";
import { newId, realSurroundings } from "../../replica/index.ts";
import { Screen } from "../../shell/screen.tsx";
import { steps } from "../../shell/steps.ts";
import { actWithUndo } from "../../state/act.ts";
import { useKeptForm } from "../../state/forms.ts";
import { canWrite, gone } from "../../state/ledgers.ts";
import { categories, reference } from "../../state/reference.ts";
import { texts } from "../../state/texts.ts";
import { actAndOffer } from "../../state/undoable.ts";
import { Button } from "../../ui/button.tsx";
import { useOnce } from "../../ui/once.ts";
import s from "./category-edit.module.css";
import { CategoryFields } from "./fields.tsx";
import { creation, formOf, isFaulty, revision } from "./form.ts";
import { Standing } from "./standing.tsx";

/** A new category, or one that is there, with what uses it and what can become of it. */
export function CategoryEdit() {
  const { params } = useRoute();
  const { query } = useLocation();
  const t = texts().categories;
  const id = params.id ?? null;
  const category = id === null ? null : categories.value.get(id);
  if (!reference.value || category === undefined || (category === null && !canWrite.value)) {
    return (
      <Screen name="category-edit" title={t.form.edit} up="/categories">
        {reference.value && <p>{category === undefined ? t.gone : gone.value ? texts().home.gone : t.viewer}</p>}
      </Screen>
    );
  }
  const kind = category?.kind ?? (query.kind === "income" ? "income" : "expense");
  return <Form key={id ?? `new-${kind}`} category={category} kind={kind} />;
}

function Form({ category, kind }: { readonly category: Category | null; readonly kind: Category["kind"] }) {
  const t = texts().categories;
  const { route } = useLocation();
  const all = reference.value?.categories ?? [];
  const { form, change, forget } = useKeptForm(`category.${category?.id ?? `new-${kind}`}`, formOf(category));
  const [isAsked, setAsked] = useState(false);
  const of = { id: category?.id ?? null, kind, archived: category?.archived ?? false };
  const faults = isFaulty(form, of, all);
  const leave = () => {
    forget();
    if (steps.inside > 0) history.back();
    else route("/categories", true);
  };
  const save = useOnce(async (_: Event) => {
    setAsked(true);
    if (faults.isBlank || faults.isTaken) return false;
    const name = form.name.trim();
    if (category) {
      const command = revision(form, category, all);
      if (command) await actWithUndo(t.changed(name), command);
    } else {
      const entityId = newId(realSurroundings);
      const undoing = { type: "category.delete", entityId } as const;
      await actAndOffer(t.created(name), [creation(form, entityId, kind, all)], [undoing]);
    }
    leave();
    return true;
  });
  const groups = groupsOf(all.filter((one) => one.kind === kind && !one.archived)).map(({ name }) => name);
  return (
    <Screen name="category-edit" title={category ? t.form.edit : t.form.add} up="/categories">
      {canWrite.value ? (
        <form class={s.form} onSubmit={save} noValidate>
          <p class={s.hint}>{t.kinds[kind]}</p>
          <CategoryFields form={form} groups={groups} isAsked={isAsked} isTaken={faults.isTaken} onChange={change} />
          <Button type="submit" action="save" wide>
            {t.form.save}
          </Button>
        </form>
      ) : (
        <>
          <p>{category?.name}</p>
          <p class={s.hint}>{t.viewer}</p>
        </>
      )}
      {category && <Standing category={category} siblings={all} onGone={leave} />}
    </Screen>
  );
}
