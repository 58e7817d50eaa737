import type { ComponentChildren } from "preact";
import { texts } from "../../state/texts.ts";
import s from "./charts.module.css";

interface FigureTableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly ComponentChildren[] }[];
}

/** The figures of a drawing in words and numbers, for who listens, and for who wants to read them. */
export function FigureTable({ caption, heads, rows }: FigureTableProps) {
  return (
    <details>
      <summary class={s.folded} data-action="show-table">
        {texts().charts.table}
      </summary>
      <div class={s.scroll}>
        <table class={s.table} aria-label={caption}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, place) => (
                  <td key={heads[place + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
