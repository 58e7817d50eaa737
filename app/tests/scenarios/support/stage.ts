import { type Browser, chromium } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { FLAGS, found } from "../../browser/chromium.ts";
import { App, type Device } from "./app.ts";
import { Gate } from "./gate.ts";

const server = process.env.MYBUDGET_SERVER?.split(",")[0] ?? "";

/** A browser and the way to the server, for the scenarios of a file. Each device is a profile of its own, fresh and on a phone's screen. */
export class Stage {
  private browser: Browser | null = null;
  private readonly opened: App[] = [];
  private readonly gates: Gate[] = [];

  static begin(): Stage {
    const stage = new Stage();
    beforeAll(async () => {
      stage.browser = await chromium.launch({ executablePath: found(), args: FLAGS.slice(1) });
    });
    afterEach(async () => {
      const faults = stage.opened.flatMap((app) => app.faults);
      await stage.clear();
      // What a page says to its console, such as that its policy forbids something, is a fault of the app.
      if (faults.length > 0) throw new Error(faults.join("\n"));
    });
    afterAll(() => stage.browser?.close());
    return stage;
  }

  async device(options: Device = {}): Promise<App> {
    if (!this.browser) throw new Error("The browser was not started.");
    const gate = await Gate.to(server);
    this.gates.push(gate);
    const app = await App.on(this.browser, gate, options);
    this.opened.push(app);
    return app;
  }

  private async clear(): Promise<void> {
    for (const app of this.opened.splice(0)) await app.context.close();
    for (const gate of this.gates.splice(0)) await gate.shut();
  }
}
