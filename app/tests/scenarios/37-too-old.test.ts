import { it } from "vitest";
import { texts } from "../../src/texts/en/index.ts";
import { Person } from "./support/person.ts";
import { Stage } from "./support/stage.ts";

const stage = Stage.begin();

it("a release that the server serves no more says so to whoever has no ledger yet, too", async () => {
  const app = await stage.device();
  const problem = { type: "about:blank", title: "Too old", status: 426, code: "http.client-too-old" };
  await app.context.route("**/api/v1/ledgers*", (route) =>
    route.fulfill({ status: 426, contentType: "application/problem+json", body: JSON.stringify(problem) }),
  );
  await new Person().register(app);
  await app.page.getByText(texts.notices.tooOld).waitFor();
});
