import type { Line } from "../../replica/index.ts";
import { actWithUndo } from "../../state/act.ts";
import { texts } from "../../state/texts.ts";
import { CategoryPicker } from "../../ui/category-picker.tsx";

/** Gives one entry another category, without opening it. */
export function Categorise({ line, onClose }: { readonly line: Line; readonly onClose: () => void }) {
  return (
    <CategoryPicker
      kind={line.amount > 0 ? "income" : "expense"}
      chosen={line.categoryId}
      onClose={onClose}
      onCategory={(categoryId) => {
        onClose();
        if (categoryId === line.categoryId) return;
        const command = { type: "transaction.revise", entityId: line.id, data: { categoryId } } as const;
        void actWithUndo(texts().entries.categorised, command);
      }}
    />
  );
}
