// Adds up coverage reports of several test programs, and prints the share of lines they reach: node coverage.mjs LEAST COBERTURA...
import { readFileSync } from "node:fs";

const [least, ...reports] = process.argv.slice(2);
const lines = new Map();
for (const report of reports) {
  for (const [, file, body] of readFileSync(report, "utf8").matchAll(/<class [^>]*filename="([^"]+)"[^>]*>(.*?)<\/class>/gs)) {
    for (const [, number, hits] of body.matchAll(/<line number="(\d+)" hits="(\d+)"/g)) {
      const line = `${file}:${number}`;
      lines.set(line, lines.get(line) || hits !== "0");
    }
  }
}
if (lines.size === 0) throw new Error("The reports hold no line.");

const rooms = new Map();
for (const [line, reached] of lines) {
  const room = line.replace(/:\d+$/, "").split(/[\\/]/).slice(0, line.startsWith("Domain") ? 1 : 2).join("/");
  const sum = rooms.get(room) ?? [0, 0];
  rooms.set(room, [sum[0] + (reached ? 1 : 0), sum[1] + 1]);
}
const percent = ([reached, all]) => Math.floor((1000 * reached) / all) / 10;
const total = [[...lines.values()].filter(Boolean).length, lines.size];
console.log("| lines reached by tests | % | of |\n|---|---|---|");
for (const [room, sum] of [...rooms].sort()) console.log(`| ${room} | ${percent(sum)} | ${sum[1]} |`);
console.log(`| **all** | **${percent(total)}** | ${total[1]} |`);
if (percent(total) < Number(least)) {
  console.error(`Tests reach ${percent(total)} % of the lines; at least ${least} % are asked for.`);
  process.exitCode = 1;
}
