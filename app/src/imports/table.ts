const DELIMITERS = [";", "\t", "|", ","] as const;
const MOST_LINES = 60;

/** The first lines of a table of text as this device reads them, only to be shown beside a question: the server reads it for good. */
export interface Sample {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function sampleOf(text: string): Sample {
  const lines = text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, MOST_LINES);
  const delimiter = likely(lines);
  const cells = lines.map((line) => cellsOf(line, delimiter));
  const width = mostCommon(cells.map(({ length }) => length));
  // Lines before the table are of other widths.
  const [headers = [], ...rows] = cells.filter(({ length }) => length === width);
  return { headers, rows };
}

/** The column that has the most of these words as its cells; of marks, as part of them. */
export function columnWith(
  { headers, rows }: Sample,
  words: readonly string[],
): { name: string; isPart: boolean } | null {
  const found = (isIn: (cell: string, word: string) => boolean) => {
    const counts = headers.map(
      (_, column) => words.filter((word) => rows.some((row) => isIn((row[column] ?? "").trim(), word))).length,
    );
    const most = Math.max(0, ...counts);
    return most === 0 ? null : counts.indexOf(most);
  };
  const same = (cell: string, word: string) => cell.toLowerCase() === word.trim().toLowerCase();
  const whole = found(same);
  const part = whole === null ? found((cell, word) => word.trim() !== "" && cell.includes(word.trim())) : null;
  const column = whole ?? part;
  if (column === null) return null;
  return { name: headers[column]?.trim() || String(column), isPart: whole === null };
}

function likely(lines: readonly string[]): string {
  const score = (delimiter: string) => {
    const counts = lines.map((line) => cellsOf(line, delimiter).length - 1).filter((count) => count > 0);
    return counts.length * mostCommon(counts);
  };
  return DELIMITERS.reduce((best, one) => (score(one) > score(best) ? one : best));
}

function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let [cell, isQuoted] = ["", false];
  for (let at = 0; at < line.length; at++) {
    const mark = line[at] as string;
    if (mark === '"' && isQuoted && line[at + 1] === '"') {
      cell += mark;
      at++;
    } else if (mark === '"') isQuoted = !isQuoted;
    else if (mark === delimiter && !isQuoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += mark;
  }
  return [...cells, cell.trim()];
}

function mostCommon(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort(([left, often], [right, seldom]) => seldom - often || right - left)[0]?.[0] ?? 0;
}
