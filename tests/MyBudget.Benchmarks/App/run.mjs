// Measures the app in Chromium, as people have it on phones: node run.mjs '{"server":"http://127.0.0.1:5080","rounds":5,"ledgers":[...]}'
//
// A ledger is {"size":10000,"email":"...","password":"..."}: an account that has one ledger with so many entries. Prints what was measured,
// in milliseconds and bytes. The browser is MYBUDGET_CHROMIUM or the chromium on the PATH; its driver is the one of the app's tests.
import { audit } from "./audit.mjs";
import { firstVisit } from "./first-visit.mjs";
import { Phone } from "./phone.mjs";
import { firstPull, keypad, scrolling, search, warmStart } from "./screens.mjs";

const { server, rounds, ledgers } = JSON.parse(process.argv[2]);
const say = (text) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${text}\n`);

async function measureLedger({ size, email, password }) {
  const phone = await Phone.unpack(server);
  try {
    say(`first pull of ${size}`);
    const pull = await firstPull(phone, email, password, size);
    const starts = [];
    for (const slow of [1, 4]) {
      say(`warm start with ${size}, ${slow}x`);
      starts.push({ size, slow, ...(await warmStart(phone, slow, rounds)) });
    }
    say(`keypad, search and scrolling with ${size}`);
    return {
      pulls: [{ size, ...pull }],
      starts,
      keypads: [{ size, slow: 4, ...(await keypad(phone, 4, rounds)) }],
      searches: [{ size, slow: 1, ...(await search(phone, 1, rounds)) }],
      scrolls: [{ size, slow: 4, ...(await scrolling(phone, 4)) }],
    };
  } finally {
    await phone.putAway();
  }
}

say("first visit");
const visit = await firstVisit(server);
const measured = { visit, pulls: [], starts: [], keypads: [], searches: [], scrolls: [] };
for (const ledger of ledgers) {
  const found = await measureLedger(ledger);
  for (const [name, figures] of Object.entries(found)) measured[name].push(...figures);
}
say("audit");
console.log(JSON.stringify({ ...measured, audit: await audit(server) }));
