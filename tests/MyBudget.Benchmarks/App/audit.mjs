// Lighthouse's opinion of the first page, as on a phone. It brings 200 packages, so it is in a folder of its own, which nothing else needs.
import { executable, FLAGS } from "./phone.mjs";

const CATEGORIES = ["performance", "accessibility", "best-practices"];

/** Scores of 100, and what is not as it should be. */
export async function audit(server) {
  const { default: lighthouse } = await import("./audit/node_modules/lighthouse/core/index.js");
  const { launch } = await import("./audit/node_modules/chrome-launcher/dist/index.js");
  const chrome = await launch({ chromePath: executable(), chromeFlags: ["--headless=new", ...FLAGS] });
  try {
    // By its name, which browsers count as secure.
    const url = server.replace("127.0.0.1", "localhost");
    const { lhr } = await lighthouse(url, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" });
    if (lhr.runtimeError) throw new Error(`${lhr.runtimeError.code}: ${lhr.runtimeError.message}`);
    const scores = CATEGORIES.map((name) => Math.round(100 * lhr.categories[name].score));
    return { performance: scores[0], accessibility: scores[1], bestPractices: scores[2], version: lhr.lighthouseVersion, faults: faultsOf(lhr) };
  } finally {
    chrome.kill();
  }
}

function faultsOf(lhr) {
  const counted = new Set(CATEGORIES.flatMap((name) => lhr.categories[name].auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)));
  return Object.values(lhr.audits)
    .filter(({ id, score }) => counted.has(id) && score !== null && score < 0.9)
    .map(({ id, displayValue }) => (displayValue ? `${id} (${displayValue})` : id));
}
