import type { Sample } from "../../imports/table.ts";
import { texts } from "../../state/texts.ts";
import s from "./import.module.css";

const SHOWN = 5;

export function SampleRows({ sample }: { readonly sample: Sample }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by keyboard.
    <section class={s.sample} aria-label={texts().imports.rowsLike} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {sample.headers.map((name, column) => (
              <th key={`${column}-${name}`} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.rows.slice(0, SHOWN).map((row, place) => (
            <tr key={`${place}-${row.join()}`}>
              {row.map((cell, column) => (
                <td key={`${column}-${cell}`}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
